WITH agency AS (SELECT * FROM payments_published WHERE entity IN ('Governemnt Property Agency', 'GPA', 'GOVERNMENT PROPERTY AGENCY', 'Government Property Agency'))
SELECT COUNT(*), COUNT(DISTINCT entity), SUM(amount) FROM agency
