select name, response_rate from survey_scores where year = 2024 and response_rate < 50 and not is_group order by response_rate
