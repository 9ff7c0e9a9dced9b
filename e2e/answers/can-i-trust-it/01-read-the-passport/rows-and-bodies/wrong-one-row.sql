SELECT COUNT(DISTINCT department), COUNT(*), COUNT(DISTINCT organisation_code), COUNT(*) FILTER (WHERE amount_thousand = 0) FROM public_spending
