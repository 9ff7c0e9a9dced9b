SELECT area, median_price FROM house_prices
WHERE area_type LIKE 'Council' AND year_to BETWEEN '2024-09-01' AND '2024-09-30'
ORDER BY median_price, area LIMIT 5
