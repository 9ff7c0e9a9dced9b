SELECT c.nation, COUNT(*) FROM councils c LEFT JOIN house_prices h ON h.area = c.name AND h.year_to = '2024-09-30' WHERE c.is_current AND c.is_lower_or_unitary AND h.area IS NULL GROUP BY c.nation
