with s as (select provider, attendances as n, 100.0 * over_4_hours / attendances as p from ae_monthly where month = '2026-03-01' and region = 'South West' and over_4_hours >= 100)
select provider, round(p, 1), round(p - 2 * sqrt(p * (100 - p) / n), 1), round(p + 2 * sqrt(p * (100 - p) / n), 1) from s order by 2 desc
