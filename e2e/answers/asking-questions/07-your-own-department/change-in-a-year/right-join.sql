SELECT n.organisation, n.engagement - o.engagement AS change
FROM survey_scores n JOIN survey_scores o ON n.organisation = o.organisation
WHERE n.year = 2024 AND o.year = 2023 AND NOT n.is_group ORDER BY change DESC
