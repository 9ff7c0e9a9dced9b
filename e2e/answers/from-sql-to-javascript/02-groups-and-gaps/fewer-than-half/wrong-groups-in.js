survey_scores.filter(d => d.response_rate < 50).groupby('organisation').rollup({ years: op.count() }).orderby(aq.desc('years'))
