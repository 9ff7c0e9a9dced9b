WITH i AS (SELECT (SELECT price_index FROM cpi_monthly WHERE month = '2019-09-01') AS i19, (SELECT price_index FROM cpi_monthly WHERE month = '2024-09-01') AS i24),
p AS (SELECT area_code, area, MIN(median_price) FILTER (WHERE year_to = '2019-09-30') AS a, MIN(median_price) FILTER (WHERE year_to = '2024-09-30') AS b FROM house_prices WHERE area_type = 'Council' GROUP BY ALL)
SELECT area_code, area, 100 * ((b / i24) / (a / i19) - 1) AS c FROM p, i WHERE b / i24 > a / i19
