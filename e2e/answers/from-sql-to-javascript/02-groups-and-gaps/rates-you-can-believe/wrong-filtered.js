survey_scores.filter(d => !d.is_group && d.response_rate <= 100).groupby('year').rollup({ n: op.count(), known: op.count(), mean: op.mean('response_rate') }).orderby('year')
