survey_scores.filter(d => !d.is_group).derive({ rate: d => op.least(d.response_rate, 100) }).groupby('year').rollup({ n: op.count(), known: op.valid('rate'), mean: op.mean('rate') }).orderby('year')
