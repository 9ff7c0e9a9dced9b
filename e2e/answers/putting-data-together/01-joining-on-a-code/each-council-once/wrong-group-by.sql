SELECT h.area, ANY_VALUE(c.region), ANY_VALUE(h.median_price) FROM house_prices h JOIN councils c ON c.name = h.area WHERE h.area_type = 'Council' AND h.year_to = '2024-09-30' GROUP BY h.area
