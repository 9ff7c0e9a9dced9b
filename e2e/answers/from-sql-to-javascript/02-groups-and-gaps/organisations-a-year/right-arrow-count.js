survey_scores.filter(d => !d.is_group).groupby('year').rollup({ organisations: d => op.count() }).orderby('year').select('year', 'organisations')
