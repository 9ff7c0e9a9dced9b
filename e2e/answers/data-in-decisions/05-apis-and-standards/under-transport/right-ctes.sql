WITH children AS (
  SELECT slug FROM organisation_parents WHERE parent_slug = 'department-for-transport'
), live AS (
  SELECT * FROM organisations WHERE status = 'live'
)
SELECT organisation AS name, organisation_type AS kind
FROM children JOIN live USING (slug)
