const m = ae_monthly.groupby('region', 'month').rollup({ waits: d => op.sum(d.waits_over_12_hours) }).ungroup().orderby('region', 'month').reify();
m.groupby('region').derive({ so_far: aq.rolling(d => op.sum(d.waits)) }).ungroup()
