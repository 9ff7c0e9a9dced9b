survey_scores.filter(d => !d.is_group && d.response_rate < 50).groupby('name').rollup({ years: op.count() }).orderby(aq.desc('years'))
