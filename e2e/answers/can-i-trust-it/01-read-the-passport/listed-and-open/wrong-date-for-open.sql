SELECT organisation_type, COUNT(*), COUNT(*) FILTER (WHERE closed IS NULL), COUNT(*) FILTER (WHERE status = 'closed' AND closed IS NULL) FROM organisations GROUP BY organisation_type
