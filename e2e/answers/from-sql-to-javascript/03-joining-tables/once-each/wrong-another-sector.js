const high = emissions.filter(d => d.co2_kt > 1250)
councils.filter(d => d.is_lower_or_unitary).semijoin(high, ['code', 'council_code']).select('code', 'name', 'region')
