SELECT median_price, COUNT(*) FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30' GROUP BY median_price HAVING COUNT(*) > 5 ORDER BY 2 DESC, 1 DESC
