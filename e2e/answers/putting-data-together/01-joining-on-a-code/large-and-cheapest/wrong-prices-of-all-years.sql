SELECT h.area, p.people, h.median_price FROM house_prices h JOIN population p USING (area_code) WHERE h.area_type = 'Council' AND p.year = 2023 AND p.people > 500000 ORDER BY h.median_price, h.area
