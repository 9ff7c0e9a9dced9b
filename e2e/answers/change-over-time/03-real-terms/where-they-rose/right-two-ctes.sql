WITH a AS (SELECT area_code, area, median_price / price_index AS r FROM house_prices JOIN cpi_monthly ON month = '2019-09-01' WHERE year_to = '2019-09-30' AND area_type = 'Council'),
b AS (SELECT area_code, median_price / price_index AS r FROM house_prices JOIN cpi_monthly ON month = '2024-09-01' WHERE year_to = '2024-09-30' AND area_type = 'Council')
SELECT area_code, a.area, 100 * b.r / a.r - 100 FROM a JOIN b USING (area_code) WHERE b.r > a.r
