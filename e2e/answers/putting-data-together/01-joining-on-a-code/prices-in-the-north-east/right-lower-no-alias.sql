select name, council_type, median_price from house_prices join councils on area_code = gss_code where region='North East' and area_type='Council' and year_to='2024-09-30'
