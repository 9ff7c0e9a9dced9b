select organisation, max(engagement) filter (where year = 2024) - max(engagement) filter (where year = 2023) as change
from survey_scores where not is_group group by organisation having change is not null
