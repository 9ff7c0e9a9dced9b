SELECT a.year_to, a.area, a.median_price FROM house_prices a
WHERE a.area_type = 'Council' AND month(a.year_to) = 9 AND year(a.year_to) >= 2020
AND (SELECT COUNT(*) FROM house_prices b WHERE b.area_type = 'Council' AND b.year_to = a.year_to AND b.median_price < a.median_price) <= 2
