survey_scores.filter(d => d.is_group == false).groupby('year').rollup({ n: op.count() }).orderby('year')
