SELECT area, median_price FROM house_prices WHERE area_type = 'Council' QUALIFY RANK() OVER (ORDER BY median_price) <= 20
