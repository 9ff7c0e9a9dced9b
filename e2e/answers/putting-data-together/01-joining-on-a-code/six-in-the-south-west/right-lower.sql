select name, median_price from house_prices join councils on gss_code = area_code where region = 'South West' and area_type = 'Council' and year_to = '2024-09-30' order by median_price desc limit 6
