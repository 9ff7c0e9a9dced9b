SELECT year_to, area, median_price FROM house_prices
WHERE area_type = 'Council' AND year_to IN ('2020-09-30','2021-09-30','2022-09-30','2023-09-30','2024-09-30')
QUALIFY RANK() OVER (PARTITION BY year_to ORDER BY median_price ASC) < 4
