WITH c AS (SELECT * FROM house_prices WHERE area_type = 'Council' AND month(year_to) = 9 AND year_to > '2019-12-31'),
r AS (SELECT *, RANK() OVER (PARTITION BY year_to ORDER BY median_price) AS p FROM c)
SELECT year_to, area, median_price FROM r WHERE p <= 3
