SELECT DISTINCT median_price, n FROM (
  SELECT median_price, COUNT(*) OVER (PARTITION BY median_price) AS n FROM house_prices
  WHERE area_type = 'Council' AND year_to = '2024-09-30'
) WHERE n >= 6 ORDER BY n DESC, median_price DESC
