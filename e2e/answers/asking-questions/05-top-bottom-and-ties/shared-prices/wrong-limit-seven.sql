SELECT median_price, COUNT(*) AS n FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30' GROUP BY median_price ORDER BY n DESC, median_price DESC LIMIT 7
