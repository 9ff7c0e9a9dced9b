SELECT organisation_type, COUNT(*), COUNT(*) FILTER (WHERE status <> 'Closed'), COUNT(*) FILTER (WHERE status = 'Closed' AND closed IS NULL) FROM organisations GROUP BY organisation_type
