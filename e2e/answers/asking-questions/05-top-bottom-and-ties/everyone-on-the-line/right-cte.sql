WITH r AS (SELECT *, RANK() OVER (ORDER BY median_price) AS p FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30')
SELECT area, median_price FROM r WHERE p < 21 ORDER BY median_price, area
