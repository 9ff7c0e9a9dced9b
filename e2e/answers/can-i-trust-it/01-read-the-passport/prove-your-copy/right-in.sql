SELECT SUM(amount_thousand), SUM(amount_thousand) FILTER (WHERE budget IN ('DEL', 'AME')), count_if(amount_thousand < 0) FROM public_spending
