SELECT year_to, area, median_price FROM house_prices WHERE area_type='Council' AND year_to='2020-09-30' QUALIFY RANK() OVER (ORDER BY median_price) <= 3
UNION ALL
SELECT year_to, area, median_price FROM house_prices WHERE area_type='Council' AND year_to='2021-09-30' QUALIFY RANK() OVER (ORDER BY median_price) <= 3
UNION ALL
SELECT year_to, area, median_price FROM house_prices WHERE area_type='Council' AND year_to='2022-09-30' QUALIFY RANK() OVER (ORDER BY median_price) <= 3
UNION ALL
SELECT year_to, area, median_price FROM house_prices WHERE area_type='Council' AND year_to='2023-09-30' QUALIFY RANK() OVER (ORDER BY median_price) <= 3
UNION ALL
SELECT year_to, area, median_price FROM house_prices WHERE area_type='Council' AND year_to='2024-09-30' QUALIFY RANK() OVER (ORDER BY median_price) <= 3
