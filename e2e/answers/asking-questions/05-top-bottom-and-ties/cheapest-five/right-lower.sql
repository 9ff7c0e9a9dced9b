select area, median_price from house_prices where area_type = 'Council' and year_to = '2024-09-30' order by median_price, area limit 5;
