survey_scores.derive({ rate: d => d.response_rate > 100 ? null : d.response_rate }).groupby('year').rollup({ n: op.count(), known: op.valid('rate'), mean: op.mean('rate') }).orderby('year')
