survey_benchmarks.filter(d => d.measure === 'EES' && d.year >= 2019).derive({ mean: d => op.round(d.mean_of_civil_servants * 10) / 10 }).select('year', 'mean').orderby('year')
