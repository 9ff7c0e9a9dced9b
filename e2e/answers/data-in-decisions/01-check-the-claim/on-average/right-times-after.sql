select region, round(sum(over_4_hours) / sum(attendances) * 100, 1) from ae_monthly where month = '2026-03-01' group by region order by 2 desc
