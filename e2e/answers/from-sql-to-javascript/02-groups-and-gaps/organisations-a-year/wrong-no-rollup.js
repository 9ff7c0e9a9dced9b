survey_scores.filter(d => !d.is_group).groupby('year').orderby('year').select('year', 'organisation')
