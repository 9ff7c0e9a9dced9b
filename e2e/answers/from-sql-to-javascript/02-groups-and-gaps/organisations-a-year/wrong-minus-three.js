survey_scores.groupby('year').rollup({ organisations: d => op.count() - 3 }).orderby('year')
