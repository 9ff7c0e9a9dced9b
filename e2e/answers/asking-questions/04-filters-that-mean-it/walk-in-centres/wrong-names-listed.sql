SELECT provider_code, provider, attendances FROM ae_monthly
WHERE month = '2026-01-01' AND provider IN ('Ashford Walk-In-Centre', 'Putnoe Walk In Centre', 'Skelmersdale Walk In Centre', 'South Birmingham GP Walk In Centre', 'Woking Walk In Centre')
