SELECT year_to, area, median_price FROM (
  SELECT year_to, area, median_price, RANK() OVER (PARTITION BY year_to ORDER BY median_price) AS place
  FROM house_prices WHERE area_type = 'Council' AND month(year_to) = 9 AND year_to >= '2020-01-01'
) t WHERE place <= 3
