SELECT councils.name, councils.council_type, house_prices.median_price
FROM councils INNER JOIN house_prices ON councils.gss_code = house_prices.area_code
WHERE councils.region = 'North East' AND house_prices.area_type = 'Council' AND house_prices.year_to = DATE '2024-09-30';
