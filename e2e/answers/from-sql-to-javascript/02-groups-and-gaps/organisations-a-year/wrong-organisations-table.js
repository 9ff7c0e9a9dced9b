survey_organisations.filter(d => !d.is_group).groupby('first_year').count().orderby('first_year')
