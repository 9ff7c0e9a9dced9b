SELECT * FROM (SELECT median_price, COUNT(*) AS c FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30' GROUP BY median_price) WHERE c >= 6 ORDER BY c DESC, median_price DESC
