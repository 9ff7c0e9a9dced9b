SELECT year, median_of_organisations FROM survey_benchmarks WHERE measure = 'EES' AND year >= 2019 ORDER BY year
