survey_scores.filter(d => d.year === 2024 && !d.is_group).groupby('department_group').rollup({ n: op.count(), mid: op.median('pay') }).filter(d => d.n >= 5).orderby(aq.desc('mid'))
