SELECT DISTINCT ON (department) department, COUNT(*) OVER w, SUM(transactions) OVER w FROM services WINDOW w AS (PARTITION BY department)
