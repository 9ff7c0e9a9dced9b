SELECT organisation, organisation_type
FROM organisations
JOIN organisation_parents USING (slug)
WHERE parent_slug = 'department-for-transport' AND status = 'live'
ORDER BY organisation_type, organisation
