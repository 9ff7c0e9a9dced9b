WITH prices AS (SELECT h.year_to, h.median_price / c.price_index AS r FROM house_prices AS h JOIN cpi_monthly AS c ON c.month = date_trunc('month', h.year_to) WHERE h.area_code = 'K04000001' AND month(h.year_to) = 9)
, last AS (SELECT * FROM prices ORDER BY year_to DESC LIMIT 1)
SELECT p.year_to, 100 * (last.r / p.r - 1) FROM prices p CROSS JOIN last ORDER BY p.year_to
