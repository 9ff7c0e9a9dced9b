select s.year, s.name, s.engagement
from survey_scores s
where s.organisation in ('MHCLG')
order by 1;
