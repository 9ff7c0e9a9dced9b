WITH prices AS (SELECT h.year_to, h.median_price / c.price_index AS r FROM house_prices AS h JOIN cpi_monthly AS c ON c.month = date_trunc('month', h.year_to) WHERE h.area_code = 'K04000001' AND month(h.year_to) = 9)
SELECT year_to, (LAST_VALUE(r) OVER (ORDER BY year_to ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) / r - 1) * 100 FROM prices ORDER BY year_to
