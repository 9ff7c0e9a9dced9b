select year, name, engagement from survey_scores where organisation = 'MHCLG' order by year
