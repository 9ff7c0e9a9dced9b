SELECT year_to, area, median_price FROM house_prices WHERE area_type = 'Council' AND year(year_to) >= 2020 QUALIFY RANK() OVER (PARTITION BY year_to ORDER BY median_price) <= 3
