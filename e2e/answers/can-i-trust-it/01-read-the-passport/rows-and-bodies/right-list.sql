SELECT department, COUNT(department) AS how_many, len(list_distinct(list(organisation_code))), COUNT(*) FILTER (WHERE NOT amount_thousand <> 0)
FROM public_spending GROUP BY department
