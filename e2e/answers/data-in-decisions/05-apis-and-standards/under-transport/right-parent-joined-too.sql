SELECT child.organisation, child.organisation_type
FROM organisations AS parent
JOIN organisation_parents AS link ON link.parent_slug = parent.slug
JOIN organisations AS child ON child.slug = link.slug
WHERE parent.slug = 'department-for-transport' AND child.status = 'live'
