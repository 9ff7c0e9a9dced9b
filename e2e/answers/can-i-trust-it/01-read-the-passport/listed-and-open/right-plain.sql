select organisation_type, count(*), count(*) filter (where status <> 'closed'), count(*) filter (where status = 'closed' and closed is null) from organisations group by organisation_type
