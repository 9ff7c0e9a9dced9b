SELECT n.organisation, n.engagement - o.engagement FROM survey_scores n JOIN survey_scores o ON n.name = o.name WHERE n.year = 2024 AND o.year = 2023 AND NOT n.is_group
