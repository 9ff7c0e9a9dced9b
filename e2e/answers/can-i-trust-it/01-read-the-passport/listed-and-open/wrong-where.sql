SELECT organisation_type, COUNT(*), COUNT(*), COUNT(*) FILTER (WHERE closed IS NULL) FROM organisations WHERE status <> 'closed' GROUP BY organisation_type
