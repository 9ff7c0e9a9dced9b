WITH prices AS (SELECT area_code, area, MAX(median_price) FILTER (WHERE year_to = '2019-09-30') AS a, MAX(median_price) FILTER (WHERE year_to = '2024-09-30') AS b FROM house_prices WHERE area_type = 'Council' GROUP BY ALL)
SELECT area_code, area, 100 * (b / a - 1) FROM prices WHERE b > a
