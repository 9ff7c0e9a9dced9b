survey_scores.filter(d => !d.is_group).groupby('year').rollup({ mean: d => op.round(op.mean(d.engagement) * 100) / 100 }).orderby('year')
