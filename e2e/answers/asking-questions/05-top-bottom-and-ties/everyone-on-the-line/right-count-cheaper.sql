SELECT a.area, a.median_price FROM house_prices a
WHERE a.area_type = 'Council' AND a.year_to = '2024-09-30'
  AND (SELECT COUNT(*) FROM house_prices b WHERE b.area_type = 'Council' AND b.year_to = '2024-09-30' AND b.median_price < a.median_price) + 1 <= 20
