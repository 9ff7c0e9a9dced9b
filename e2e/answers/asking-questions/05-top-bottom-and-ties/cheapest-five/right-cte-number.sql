WITH n AS (
  SELECT area, median_price, ROW_NUMBER() OVER (ORDER BY median_price, area) AS rn
  FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30'
)
SELECT area, median_price FROM n WHERE rn < 6 ORDER BY rn
