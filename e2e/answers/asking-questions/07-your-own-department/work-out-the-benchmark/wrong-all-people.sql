SELECT year, mean_of_civil_servants FROM survey_benchmarks WHERE measure = 'EES' AND year >= 2019 ORDER BY year
