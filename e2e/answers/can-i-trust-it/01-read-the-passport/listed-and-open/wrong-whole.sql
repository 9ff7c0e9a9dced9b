SELECT COUNT(*), COUNT(*) FILTER (WHERE status <> 'closed'), COUNT(*) FILTER (WHERE status = 'closed' AND closed IS NULL) FROM organisations
