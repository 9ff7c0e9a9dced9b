councils.antijoin(emissions, ['code', 'council_code'])
  .groupby('council_type').count()
