SELECT DISTINCT o.organisation, o.organisation_type
FROM organisation_parents AS p
JOIN organisations AS o USING (slug)
WHERE p.parent_slug = 'department-for-transport' AND o.status = 'live'
