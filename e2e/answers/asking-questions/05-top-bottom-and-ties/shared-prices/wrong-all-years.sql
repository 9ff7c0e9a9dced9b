SELECT median_price, COUNT(*) AS n FROM house_prices WHERE area_type = 'Council' GROUP BY median_price HAVING COUNT(*) >= 6 ORDER BY n DESC, median_price DESC
