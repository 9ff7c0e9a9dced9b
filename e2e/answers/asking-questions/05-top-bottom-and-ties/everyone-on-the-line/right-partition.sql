SELECT area, median_price FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30'
QUALIFY RANK() OVER (PARTITION BY year_to ORDER BY median_price) <= 20
