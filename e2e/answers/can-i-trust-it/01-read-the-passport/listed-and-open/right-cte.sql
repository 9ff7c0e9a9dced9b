WITH marked AS (SELECT organisation_type, status <> 'closed' AS is_open, status = 'closed' AND closed IS NULL AS undated FROM organisations)
SELECT organisation_type, COUNT(*), COUNT(*) FILTER (WHERE is_open), COUNT(*) FILTER (WHERE undated) FROM marked GROUP BY organisation_type
