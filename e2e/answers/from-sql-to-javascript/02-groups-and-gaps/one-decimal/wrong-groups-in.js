survey_scores.groupby('year').rollup({ mean: op.mean('engagement') }).derive({ mean: d => op.round(d.mean * 10) / 10 }).orderby('year')
