SELECT a.abbreviation, COUNT(DISTINCT a.slug)
FROM organisations AS a
JOIN organisations AS b ON b.abbreviation = a.abbreviation AND b.slug <> a.slug
GROUP BY a.abbreviation
