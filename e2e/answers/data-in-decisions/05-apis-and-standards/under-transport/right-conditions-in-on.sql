SELECT o.organisation, o.organisation_type
FROM organisations AS o
JOIN organisation_parents AS p
  ON p.slug = o.slug AND p.parent_slug = 'department-for-transport' AND o.status = 'live'
