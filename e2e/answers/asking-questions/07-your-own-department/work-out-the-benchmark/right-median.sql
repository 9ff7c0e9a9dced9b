select year, median(engagement) as benchmark from survey_scores where not is_group group by year order by year
