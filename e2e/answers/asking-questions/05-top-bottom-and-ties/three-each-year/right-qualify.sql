select year_to, area, median_price from house_prices
where area_type = 'Council' and month(year_to) = 9 and year(year_to) >= 2020
qualify rank() over (partition by year_to order by median_price) <= 3
order by year_to, median_price
