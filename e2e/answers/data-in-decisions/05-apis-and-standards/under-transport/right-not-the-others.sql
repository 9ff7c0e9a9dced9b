SELECT o.organisation, o.organisation_type
FROM organisation_parents p JOIN organisations o ON p.slug = o.slug
WHERE p.parent_slug = 'department-for-transport' AND o.status NOT IN ('closed', 'exempt', 'joining')
