SELECT COUNT(*), COUNT(DISTINCT entity), SUM(amount) FROM payments_published WHERE regexp_matches(entity, '(?i)property|^GPA$')
