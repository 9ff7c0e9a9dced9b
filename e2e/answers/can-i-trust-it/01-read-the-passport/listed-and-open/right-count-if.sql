SELECT organisation_type, COUNT(slug), count_if(status != 'closed'), count_if(status = 'closed' AND closed IS NULL) FROM organisations GROUP BY 1
