SELECT n.organisation, n.engagement - o.engagement AS c FROM survey_scores n
LEFT JOIN survey_scores o ON o.organisation = n.organisation AND o.year = n.year - 1
WHERE n.year = 2024 AND NOT n.is_group AND o.engagement IS NOT NULL
