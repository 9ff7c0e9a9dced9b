select h.year_to, h.median_price, h.median_price / c.price_index * (SELECT price_index FROM cpi_monthly WHERE month = '2024-09-01') as real
from house_prices as h join cpi_monthly as c on c.month = date_trunc('month', h.year_to)
WHERE h.area_code = 'K04000001' AND month(h.year_to) = 9 AND h.year_to >= '2007-01-01' order by 1
