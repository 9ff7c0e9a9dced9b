SELECT s.organisation, s.engagement - (SELECT p.engagement FROM survey_scores p WHERE p.organisation = s.organisation AND p.year = 2023) AS change
FROM survey_scores s WHERE s.year = 2024 AND NOT s.is_group
AND EXISTS (SELECT 1 FROM survey_scores p WHERE p.organisation = s.organisation AND p.year = 2023)
