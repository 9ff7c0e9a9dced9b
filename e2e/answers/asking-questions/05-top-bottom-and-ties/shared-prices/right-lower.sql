select median_price, count(*) as councils from house_prices where area_type = 'Council' and year_to = '2024-09-30' group by median_price having count(*) >= 6 order by councils desc, median_price desc
