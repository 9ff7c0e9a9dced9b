survey_scores.filter(d => d.year === 2024 && !d.is_group).groupby('department_group').rollup({ mid: op.median('engagement'), n: op.count() }).filter(d => d.n >= 5).orderby(aq.desc('mid'))
