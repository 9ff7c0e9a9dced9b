select a.name, a.engagement, b.engagement, round(b.engagement - a.engagement, 1) as change
from survey_scores as a join survey_scores as b on b.organisation = a.organisation
where a.year = 2022 and b.year = 2023 and not a.is_group
order by a.engagement, a.name
limit 10
