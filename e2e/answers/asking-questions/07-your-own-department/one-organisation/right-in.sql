SELECT year, name, engagement FROM survey_scores WHERE organisation IN ('MHCLG') ORDER BY 1 ASC
