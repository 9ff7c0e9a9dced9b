SELECT o.last_year, o.name, s.engagement FROM survey_scores s JOIN survey_organisations o ON o.organisation = s.organisation WHERE o.organisation = 'MHCLG' ORDER BY s.year
