SELECT o.organisation, o.organisation_type
FROM organisation_parents AS p, organisations AS o
WHERE p.parent_slug = 'department-for-transport' AND o.status = 'live'
