SELECT c."nation", COUNT(*) AS "Councils", SUM(c."population_2020") AS "People" FROM "councils" c WHERE c."is_current" AND c."is_lower_or_unitary" GROUP BY c."nation"
