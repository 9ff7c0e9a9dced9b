SELECT provider_code, provider, attendances FROM ae_monthly
WHERE month = '2026-01-01' AND (position('walk in' IN lower(provider)) > 0 OR position('walk-in' IN lower(provider)) > 0)
