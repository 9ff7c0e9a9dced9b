SELECT organisation_type, COUNT(*), SUM((status NOT IN ('closed'))::INT), SUM((status = 'closed' AND closed IS NULL)::INT) FROM organisations GROUP BY organisation_type
