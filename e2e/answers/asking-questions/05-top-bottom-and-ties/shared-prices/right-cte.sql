WITH p AS (SELECT median_price AS price FROM house_prices WHERE area_type = 'Council' AND year_to = DATE '2024-09-30')
SELECT price, COUNT(*) FROM p GROUP BY price HAVING NOT COUNT(*) < 6 ORDER BY COUNT(*) DESC, price DESC
