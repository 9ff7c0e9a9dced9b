SELECT organisation_type, COUNT(*), COUNT(*) FILTER (WHERE status <> 'closed'), COUNT(*) FILTER (WHERE status = 'closed' AND closed = NULL) FROM organisations GROUP BY organisation_type
