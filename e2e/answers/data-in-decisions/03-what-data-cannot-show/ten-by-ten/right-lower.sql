with pairs as (
  select a.engagement as before, b.engagement as after, row_number() over (order by a.engagement, a.organisation) as place
  from survey_scores as a join survey_scores as b on b.organisation = a.organisation
  where a.year = 2022 and b.year = 2023 and not a.is_group
)
select ceil(place / 10.0) as ten, round(avg(before), 1), round(avg(after - before), 1) from pairs group by 1
