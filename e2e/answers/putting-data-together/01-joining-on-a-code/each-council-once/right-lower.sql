select area, region, median_price from house_prices join councils on area_code = gss_code where area_type = 'Council' and year_to = date '2024-09-30'
