select sum(amount_thousand), sum(amount_thousand) filter (where budget <> 'NON-BUDGET'), count(*) filter (where amount_thousand < 0) from public_spending
