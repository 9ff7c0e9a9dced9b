SELECT organisation_type, COUNT(*), COUNT(*) FILTER (WHERE status = 'closed' AND closed IS NULL), COUNT(*) FILTER (WHERE status <> 'closed') FROM organisations GROUP BY organisation_type
