SELECT area, median_price FROM house_prices WHERE area_type = 'Council' AND year(year_to) = 2024 AND month(year_to) = 9
QUALIFY RANK() OVER (ORDER BY median_price) BETWEEN 1 AND 20 ORDER BY 2, 1
