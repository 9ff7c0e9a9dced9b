survey_scores.filter(d => d.response_rate < 50 && !d.is_group).groupby('organisation').rollup({ years: op.count() }).orderby(aq.desc('years'))
