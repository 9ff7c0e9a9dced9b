SELECT nation, COUNT(*), SUM(area_km2) FROM councils WHERE is_current AND is_lower_or_unitary GROUP BY nation
