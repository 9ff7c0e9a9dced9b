SELECT area, median_price FROM (
  SELECT *, RANK() OVER (ORDER BY median_price) AS place FROM house_prices
) WHERE place <= 20 AND area_type = 'Council' AND year_to = '2024-09-30'
