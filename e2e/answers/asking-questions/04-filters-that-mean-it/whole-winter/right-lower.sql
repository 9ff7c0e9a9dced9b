select region, sum(waits_over_12_hours) as waits from ae_monthly where month between '2025-12-01' and '2026-02-01' group by region
