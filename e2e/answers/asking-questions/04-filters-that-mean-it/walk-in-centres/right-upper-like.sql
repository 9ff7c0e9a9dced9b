SELECT provider_code, provider, attendances FROM ae_monthly
WHERE month = '2026-01-01' AND (upper(provider) LIKE '%WALK IN%' OR upper(provider) LIKE '%WALK-IN%')
ORDER BY provider
