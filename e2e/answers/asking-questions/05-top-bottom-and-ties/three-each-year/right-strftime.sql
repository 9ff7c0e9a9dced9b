SELECT year_to, area, median_price FROM house_prices
WHERE area_type = 'Council' AND strftime(year_to, '%m-%d') = '09-30' AND year_to >= DATE '2020-09-30'
QUALIFY RANK() OVER (PARTITION BY year_to ORDER BY median_price) <= 3
