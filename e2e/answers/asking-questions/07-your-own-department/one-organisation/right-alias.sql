SELECT s.year AS "Year", s.name AS "Name", s.engagement AS "Engagement" FROM survey_scores s WHERE s.organisation = 'MHCLG' ORDER BY s.year
