SELECT quarter, SUM((paid IS NULL)::INT) AS d, SUM((category IS NULL)::INT) AS k FROM oxford_payments GROUP BY ALL HAVING d > 2 OR k > 2
