SELECT organisation_type, COUNT(*), COUNT(*) FILTER (WHERE NOT status = 'closed'), COUNT(*) FILTER (WHERE NOT (status <> 'closed' OR closed IS NOT NULL)) FROM organisations GROUP BY organisation_type
