SELECT area, median_price, RANK() OVER (ORDER BY median_price) AS place FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30' QUALIFY place <= 20
