select nation, count(*) from councils left join house_prices on area_code = gss_code and year_to = '2024-09-30' where is_current and is_lower_or_unitary and area_code is null group by nation
