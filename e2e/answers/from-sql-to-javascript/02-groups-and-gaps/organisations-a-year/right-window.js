survey_scores.filter(d => !d.is_group).groupby('year').derive({ organisations: op.count() }).ungroup().dedupe('year').select('year', 'organisations').orderby('year')
