survey_scores.filter(d => d.is_group === false).groupby('year').rollup({ mean: d => op.round(op.average(d.engagement) * 10) / 10 }).orderby('year')
