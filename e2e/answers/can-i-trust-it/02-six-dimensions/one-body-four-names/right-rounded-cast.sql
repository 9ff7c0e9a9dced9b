SELECT COUNT(payment_id), COUNT(DISTINCT entity), ROUND(SUM(amount), 2) FROM payments_published WHERE entity ILIKE '%PROPERTY AGENCY' OR entity ILIKE 'gpa'
