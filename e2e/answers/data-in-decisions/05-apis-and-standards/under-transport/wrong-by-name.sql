SELECT organisation, organisation_type
FROM organisations
WHERE organisation LIKE '%Transport%' AND status = 'live'
