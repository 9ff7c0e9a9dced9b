survey_scores.filter(d => !d.is_group).groupby('year').rollup({ mean: d => op.mean(d.engagement) }).orderby('year')
