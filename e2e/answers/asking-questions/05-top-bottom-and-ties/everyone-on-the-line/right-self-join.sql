SELECT a.area, a.median_price
FROM house_prices a
LEFT JOIN house_prices b ON b.area_type = 'Council' AND b.year_to = '2024-09-30' AND b.median_price < a.median_price
WHERE a.area_type = 'Council' AND a.year_to = '2024-09-30'
GROUP BY a.area_code, a.area, a.median_price
HAVING COUNT(b.area_code) < 20
