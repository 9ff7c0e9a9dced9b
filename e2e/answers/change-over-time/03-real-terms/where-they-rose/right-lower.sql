with prices as (select h.area_code, h.area, max(h.median_price / c.price_index) filter (where h.year_to = '2019-09-30') as a,
max(h.median_price / c.price_index) filter (where h.year_to = '2024-09-30') as b
from house_prices as h join cpi_monthly as c on c.month = date_trunc('month', h.year_to) where h.area_type = 'Council' group by h.area_code, h.area)
select area_code, area, 100.0 * b / a - 100 as p from prices where a < b order by p desc
