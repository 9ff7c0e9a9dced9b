SELECT year_to, area, median_price FROM house_prices
WHERE area_type = 'Council' AND extract(month FROM year_to) = 9 AND extract(year FROM year_to) >= 2020
WINDOW w AS (PARTITION BY year_to ORDER BY median_price) QUALIFY RANK() OVER w <= 3
