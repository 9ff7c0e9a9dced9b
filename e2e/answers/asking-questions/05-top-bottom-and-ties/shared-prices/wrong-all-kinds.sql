SELECT median_price, COUNT(*) AS n FROM house_prices WHERE year_to = '2024-09-30' GROUP BY median_price HAVING COUNT(*) >= 6 ORDER BY n DESC, median_price DESC
