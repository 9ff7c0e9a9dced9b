SELECT area, median_price FROM house_prices WHERE area_type IN ('Council') AND year_to IN ('2024-09-30') ORDER BY median_price ASC, area LIMIT 5
