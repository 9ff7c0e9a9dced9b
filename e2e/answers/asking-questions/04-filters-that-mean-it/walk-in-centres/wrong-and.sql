SELECT provider_code, provider, attendances FROM ae_monthly
WHERE month = '2026-01-01' AND provider ILIKE '%walk in%' AND provider ILIKE '%walk-in%'
