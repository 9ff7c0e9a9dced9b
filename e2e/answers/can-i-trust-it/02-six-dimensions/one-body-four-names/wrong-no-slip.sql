SELECT COUNT(*), COUNT(DISTINCT entity), SUM(amount) FROM payments_published WHERE entity IN ('GOVERNMENT PROPERTY AGENCY', 'Government Property Agency', 'GPA')
