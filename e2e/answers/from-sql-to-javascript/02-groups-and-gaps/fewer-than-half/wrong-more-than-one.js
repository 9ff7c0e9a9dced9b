survey_scores.filter(d => !d.is_group && d.response_rate < 50).groupby('organisation').rollup({ years: op.count() }).filter(d => d.years > 1).orderby(aq.desc('years'))
