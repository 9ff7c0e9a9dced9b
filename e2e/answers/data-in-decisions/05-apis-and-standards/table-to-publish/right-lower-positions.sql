select s.organisation, s.name, o.slug from survey_organisations s left join organisations o on s.name = o.organisation
where s.last_year = 2024 and s.is_group = false order by 1;
