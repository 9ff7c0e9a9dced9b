SELECT provider_code, provider, attendances FROM ae_monthly WHERE provider ILIKE '%walk in%' OR provider ILIKE '%walk-in%'
