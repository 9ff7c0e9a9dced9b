select name, engagement, round(engagement * response_rate / 100, 1) as lowest, round(engagement * response_rate / 100 + 100 - response_rate, 1) as highest
from survey_scores
where year = 2024 and not is_group and response_rate < 50
