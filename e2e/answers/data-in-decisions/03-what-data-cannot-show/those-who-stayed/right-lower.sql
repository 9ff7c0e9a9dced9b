select count(*), round(avg(a.engagement), 1), round(avg(b.engagement), 1)
from survey_scores as a join survey_scores as b on b.organisation = a.organisation
where a.year = 2019 and b.year = 2024 and not a.is_group
