SELECT organisation_type, COUNT(*), COUNT(*) FILTER (WHERE status <> 'closed'), COUNT(closed) FROM organisations GROUP BY organisation_type
