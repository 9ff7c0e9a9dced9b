SELECT a.year_to, a.area, a.median_price
FROM house_prices a LEFT JOIN house_prices b ON b.area_type = a.area_type AND b.year_to = a.year_to AND b.median_price < a.median_price
WHERE a.area_type = 'Council' AND month(a.year_to) = 9 AND year(a.year_to) IN (2020, 2021, 2022, 2023, 2024)
GROUP BY a.area_code, a.year_to, a.area, a.median_price
HAVING COUNT(b.area_code) < 3
