SELECT h.year_to, h.median_price, h.median_price * (SELECT price_index FROM cpi_monthly WHERE month = '2024-09-01') / c.price_index FROM house_prices AS h JOIN cpi_monthly AS c ON c.month = date_trunc('month', h.year_to)
WHERE h.area_code = 'K04000001' AND right(CAST(h.year_to AS VARCHAR), 5) = '09-30' AND h.year_to > '2006-12-31' ORDER BY h.year_to
