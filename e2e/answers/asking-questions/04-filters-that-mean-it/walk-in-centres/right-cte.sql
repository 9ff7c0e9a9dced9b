WITH jan AS (SELECT * FROM ae_monthly WHERE month = '2026-01-01')
SELECT provider_code, provider, attendances FROM jan WHERE provider ILIKE '%walk in%' OR provider ILIKE '%walk-in%'
