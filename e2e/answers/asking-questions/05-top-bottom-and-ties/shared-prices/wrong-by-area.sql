SELECT area, COUNT(*) AS n FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30' GROUP BY area HAVING COUNT(*) >= 6 ORDER BY n DESC
