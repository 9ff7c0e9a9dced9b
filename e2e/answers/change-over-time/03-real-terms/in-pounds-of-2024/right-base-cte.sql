WITH base AS (SELECT price_index AS i FROM cpi_monthly WHERE month = '2024-09-01')
SELECT h.year_to, h.median_price, h.median_price * i / c.price_index FROM house_prices AS h JOIN cpi_monthly AS c ON c.month = date_trunc('month', h.year_to), base
WHERE h.area_code = 'K04000001' AND month(h.year_to) = 9 AND h.year_to >= '2007-01-01' ORDER BY h.year_to
