SELECT organisation, change FROM (
  SELECT organisation, year, engagement - LAG(engagement) OVER (PARTITION BY organisation ORDER BY year) AS change
  FROM survey_scores WHERE year >= 2023 AND NOT is_group
) WHERE change IS NOT NULL
