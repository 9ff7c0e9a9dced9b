WITH prices AS (SELECT h.area_code, h.area, MAX(h.median_price / c.price_index) FILTER (WHERE h.year_to = '2019-09-30') AS a,
MAX(h.median_price / c.price_index) FILTER (WHERE h.year_to = '2024-09-30') AS b
FROM house_prices AS h JOIN cpi_monthly AS c ON c.month = date_trunc('month', h.year_to) WHERE h.area_type = 'Council' GROUP BY h.area_code, h.area)
SELECT area_code, area, 100 * (b / a - 1) AS p FROM prices WHERE b > a ORDER BY p DESC
