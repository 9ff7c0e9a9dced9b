SELECT year_to, area, median_price FROM house_prices WHERE area_type = 'Council' AND month(year_to) = 9 AND year(year_to) >= 2020 QUALIFY RANK() OVER (ORDER BY median_price) <= 3
