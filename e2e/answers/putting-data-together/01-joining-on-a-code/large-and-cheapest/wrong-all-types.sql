SELECT h.area, p.people, h.median_price FROM house_prices h JOIN population p USING (area_code) WHERE h.year_to = '2024-09-30' AND p.year = 2023 AND p.people > 500000 ORDER BY h.median_price, h.area
