survey_scores.filter(d => !d.is_group).groupby('year').rollup({ organisations: op.count() }).orderby(aq.desc('organisations'))
