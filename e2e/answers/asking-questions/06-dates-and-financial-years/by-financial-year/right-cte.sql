WITH f AS (SELECT amount, extract(year FROM paid) - CASE WHEN extract(month FROM paid) <= 3 THEN 1 ELSE 0 END AS fy FROM payments)
SELECT fy, SUM(amount) AS total FROM f GROUP BY fy ORDER BY fy
