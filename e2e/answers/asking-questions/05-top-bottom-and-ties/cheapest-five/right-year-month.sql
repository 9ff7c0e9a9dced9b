SELECT area, median_price FROM house_prices
WHERE area_type = 'Council' AND year(year_to) = 2024 AND month(year_to) = 9
ORDER BY median_price, area LIMIT 5
