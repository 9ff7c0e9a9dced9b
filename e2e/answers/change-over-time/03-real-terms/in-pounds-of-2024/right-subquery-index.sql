SELECT * FROM (SELECT year_to, median_price, median_price * (SELECT price_index FROM cpi_monthly WHERE month = '2024-09-01') / (SELECT price_index FROM cpi_monthly WHERE month = date_trunc('month', year_to)) AS p FROM house_prices
WHERE area_code = 'K04000001' AND month(year_to) = 9 AND year(year_to) >= 2007 AND date_trunc('month', year_to) IN (SELECT month FROM cpi_monthly)) ORDER BY year_to
