survey_scores.groupby('year').count().orderby('year')
