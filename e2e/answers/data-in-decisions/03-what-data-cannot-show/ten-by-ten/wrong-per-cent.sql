WITH pairs AS (
  SELECT a.engagement AS before, b.engagement AS after, ROW_NUMBER() OVER (ORDER BY a.engagement, a.organisation) AS place
  FROM survey_scores AS a JOIN survey_scores AS b ON b.organisation = a.organisation
  WHERE a.year = 2022 AND b.year = 2023 AND NOT a.is_group
)
SELECT CEIL(place / 10.0) AS ten, ROUND(AVG(before), 1), ROUND(100 * (AVG(after) / AVG(before) - 1), 1) FROM pairs GROUP BY 1
