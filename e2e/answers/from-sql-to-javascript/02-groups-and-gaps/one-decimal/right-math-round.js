survey_scores.filter(d => !d.is_group).groupby('year').rollup({ average: d => Math.round(op.mean(d.engagement) * 10) / 10 }).orderby('year')
