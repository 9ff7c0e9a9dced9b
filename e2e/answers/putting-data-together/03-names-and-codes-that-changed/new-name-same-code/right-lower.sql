select x.organisation, x.name, y.name from survey_scores x join survey_scores y on x.organisation = y.organisation where x.year = 2019 and y.year = 2023 and not x.name = y.name
