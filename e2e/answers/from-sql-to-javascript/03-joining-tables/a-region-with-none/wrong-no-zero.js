const high = emissions
  .filter(d => d.year === 2020 && d.sector === 'Domestic' && d.co2_kt > 500);

const here = councils.filter(d => d.is_current && d.is_lower_or_unitary);
const all = here.groupby('region').rollup({ councils: op.count() });
const some = here.semijoin(high, ['code', 'council_code']).groupby('region').rollup({ high: op.count() });
all.join_left(some, 'region')
