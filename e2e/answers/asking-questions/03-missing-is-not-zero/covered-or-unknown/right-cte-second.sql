WITH marked AS (SELECT transactions > 100000 AS covered FROM services) SELECT COUNT(*) FILTER (WHERE covered), COUNT(*) FILTER (WHERE NOT covered), COUNT(*) FILTER (WHERE covered IS NULL) FROM marked
