SELECT area, median_price FROM (
  SELECT area, median_price, RANK() OVER (ORDER BY median_price ASC) AS place
  FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30'
) AS ranked
WHERE place <= 20
ORDER BY place
