select provider, region, waits_over_12_hours from ae_monthly
where month = '2026-01-01' and waits_over_12_hours >= 1000 and (region <> 'London' and region <> 'Midlands')
