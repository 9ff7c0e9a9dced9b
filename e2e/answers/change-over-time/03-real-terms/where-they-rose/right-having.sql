SELECT area_code, area, 100 * (b_price / a_price - 1) AS p FROM (SELECT h.area_code, h.area, MAX(h.median_price / c.price_index) FILTER (WHERE h.year_to = '2019-09-30') AS a_price,
MAX(h.median_price / c.price_index) FILTER (WHERE h.year_to = '2024-09-30') AS b_price
FROM house_prices AS h JOIN cpi_monthly AS c ON c.month = date_trunc('month', h.year_to) WHERE h.area_type = 'Council' GROUP BY h.area_code, h.area) WHERE b_price > a_price
