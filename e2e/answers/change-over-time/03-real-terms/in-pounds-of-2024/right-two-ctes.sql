WITH homes AS (SELECT year_to, median_price FROM house_prices WHERE area_code = 'K04000001' AND month(year_to) = 9 AND year(year_to) > 2006),
cpi AS (SELECT year(month) AS y, price_index FROM cpi_monthly WHERE month(month) = 9)
SELECT year_to, median_price, median_price * (SELECT price_index FROM cpi WHERE y = 2024) / price_index FROM homes JOIN cpi ON y = year(year_to) ORDER BY year_to
