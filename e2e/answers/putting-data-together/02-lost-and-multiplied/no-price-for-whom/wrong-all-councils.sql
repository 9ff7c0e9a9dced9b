SELECT c.nation, COUNT(*) FROM councils c LEFT JOIN house_prices h ON h.area_code = c.gss_code AND h.year_to = '2024-09-30' WHERE c.is_current AND c.is_lower_or_unitary GROUP BY c.nation
