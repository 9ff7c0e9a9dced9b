SELECT provider, region, waits_over_12_hours FROM ae_monthly a
WHERE month = '2026-01-01' AND waits_over_12_hours >= 1000
  AND NOT EXISTS (SELECT 1 FROM (VALUES ('London'), ('Midlands')) AS v(r) WHERE v.r = a.region)
