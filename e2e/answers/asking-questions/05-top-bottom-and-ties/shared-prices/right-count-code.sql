SELECT median_price, COUNT(DISTINCT area_code) AS n FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30' GROUP BY 1 HAVING COUNT(DISTINCT area_code) >= 6 ORDER BY n DESC, 1 DESC
