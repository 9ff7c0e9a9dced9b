SELECT year_to, area, median_price FROM house_prices
WHERE area_type = 'Council' AND month(year_to) = 9 AND year(year_to) BETWEEN 2020 AND 2024
QUALIFY RANK() OVER (PARTITION BY year(year_to) ORDER BY median_price) IN (1, 2, 3)
