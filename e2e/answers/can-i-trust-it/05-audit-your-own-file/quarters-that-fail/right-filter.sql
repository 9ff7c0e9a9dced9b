SELECT quarter, COUNT(*) FILTER (WHERE paid IS NULL) AS no_date, COUNT(*) FILTER (WHERE category IS NULL) AS no_category
FROM oxford_payments
GROUP BY quarter
HAVING no_date > 2 OR no_category > 2
ORDER BY quarter
