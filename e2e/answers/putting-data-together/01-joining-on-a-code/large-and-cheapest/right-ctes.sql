WITH prices AS (SELECT area_code, area, median_price FROM house_prices WHERE year_to = '2024-09-30' AND area_type = 'Council'), people AS (SELECT area_code, people FROM population WHERE year = 2023)
SELECT area, people, median_price FROM prices JOIN people USING (area_code) WHERE people > 500000 ORDER BY median_price, area
