WITH prices AS (SELECT area_code, area, MAX(median_price) FILTER (WHERE year_to = '2019-09-30') AS a, MAX(median_price) FILTER (WHERE year_to = '2024-09-30') AS b FROM house_prices WHERE area_type = 'Council' GROUP BY ALL),
i AS (SELECT 100 * ((SELECT price_index FROM cpi_monthly WHERE month = '2024-09-01') / (SELECT price_index FROM cpi_monthly WHERE month = '2019-09-01') - 1) AS rise)
SELECT area_code, area, 100 * (b / a - 1) - rise AS p FROM prices, i WHERE p > 0
