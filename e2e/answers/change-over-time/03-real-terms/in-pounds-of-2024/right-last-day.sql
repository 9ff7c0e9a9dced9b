SELECT h.year_to, h.median_price, h.median_price * (SELECT price_index FROM cpi_monthly WHERE month = '2024-09-01') / c.price_index FROM house_prices h JOIN cpi_monthly c ON last_day(c.month) = h.year_to
WHERE h.area_code = 'K04000001' AND month(h.year_to) = 9 AND h.year_to >= '2007-01-01' ORDER BY h.year_to
