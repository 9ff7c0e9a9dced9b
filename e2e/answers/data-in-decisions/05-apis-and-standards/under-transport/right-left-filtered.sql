SELECT o.organisation, o.organisation_type
FROM organisations o
LEFT JOIN organisation_parents p ON p.slug = o.slug
WHERE p.parent_slug = 'department-for-transport' AND o.status LIKE 'live'
