SELECT organisation, organisation_type
FROM organisations
WHERE slug IN (SELECT slug FROM organisation_parents WHERE parent_slug = 'department-for-transport')
  AND status = 'live'
