WITH prices AS (SELECT h.year_to, h.median_price, c.price_index FROM house_prices AS h JOIN cpi_monthly AS c ON c.month = date_trunc('month', h.year_to) WHERE h.area_code = 'K04000001' AND month(h.year_to) = 9)
SELECT p.year_to, 100 * (l.price_index / p.price_index - 1) FROM prices AS p JOIN prices AS l ON l.year_to = (SELECT MAX(year_to) FROM prices) ORDER BY p.year_to
