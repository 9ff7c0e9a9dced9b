SELECT a.provider_code, a.provider, a.attendances FROM ae_monthly a
WHERE a.month = DATE '2026-01-01' AND translate(lower(a.provider), '-', ' ') LIKE '%walk in%'
