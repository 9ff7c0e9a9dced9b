survey_scores.filter(d => !d.is_group).groupby('year').rollup({ mean: d => op.floor(op.mean(d.engagement) * 10 + 0.5) / 10 }).orderby('year')
