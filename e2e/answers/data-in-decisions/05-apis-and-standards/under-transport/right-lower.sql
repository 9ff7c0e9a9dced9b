select o.organisation, o.organisation_type from organisations o, organisation_parents p
where o.slug = p.slug and p.parent_slug = 'department-for-transport' and o.status = 'live';
