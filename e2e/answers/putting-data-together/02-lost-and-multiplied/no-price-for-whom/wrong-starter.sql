SELECT c.nation, COUNT(*)
FROM councils AS c
JOIN house_prices AS h ON h.area_code = c.gss_code
WHERE c.is_current
  AND c.is_lower_or_unitary
GROUP BY c.nation
