SELECT median_price, COUNT(area) AS n FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30' GROUP BY ALL HAVING n >= 6 ORDER BY n DESC, median_price DESC
