SELECT h.area AS "Area", h.median_price AS "Price" FROM house_prices h
WHERE h.area_type = 'Council' AND h.year_to = '2024-09-30' ORDER BY "Price", "Area" LIMIT 5
