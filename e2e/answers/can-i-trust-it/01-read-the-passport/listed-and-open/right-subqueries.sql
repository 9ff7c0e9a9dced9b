SELECT organisation_type, COUNT(*), (SELECT COUNT(*) FROM organisations AS q WHERE q.organisation_type = o.organisation_type AND q.status <> 'closed'),
(SELECT COUNT(*) FROM organisations AS q WHERE q.organisation_type = o.organisation_type AND q.status = 'closed' AND q.closed IS NULL)
FROM organisations AS o GROUP BY organisation_type
