SELECT organisation, organisation_type
FROM organisations
SEMI JOIN (FROM organisation_parents WHERE parent_slug = 'department-for-transport') USING (slug)
WHERE status = 'live'
