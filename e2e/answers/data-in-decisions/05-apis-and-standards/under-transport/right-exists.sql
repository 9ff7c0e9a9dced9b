SELECT o.organisation, o.organisation_type
FROM organisations AS o
WHERE o.status = 'live'
  AND EXISTS (SELECT * FROM organisation_parents AS p WHERE p.slug = o.slug AND p.parent_slug = 'department-for-transport')
