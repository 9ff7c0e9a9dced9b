WITH ne AS (SELECT * FROM councils WHERE region = 'North East')
SELECT ne.name, ne.council_type, h.median_price FROM ne JOIN house_prices h ON h.area_code = ne.gss_code WHERE h.year_to = '2024-09-30' AND h.area_type = 'Council'
