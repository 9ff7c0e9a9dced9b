survey_scores.filter(d => d.is_group !== true).groupby('year').rollup({ organisations: op.valid('name') }).orderby('year')
