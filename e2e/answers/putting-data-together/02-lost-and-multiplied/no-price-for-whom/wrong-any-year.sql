SELECT c.nation, COUNT(*) FROM councils c LEFT JOIN house_prices h ON h.area_code = c.gss_code WHERE c.is_current AND c.is_lower_or_unitary AND h.area_code IS NULL GROUP BY c.nation
