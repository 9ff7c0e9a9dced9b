SELECT median_price, COUNT(*) AS n FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30' GROUP BY median_price HAVING COUNT(*) >= 6 ORDER BY n, median_price DESC
