const months = ae_monthly.groupby('month').rollup({ waits: op.sum('waits_over_12_hours') })
  .orderby('month').derive({ n: op.row_number() }).derive({ next: d => d.n + 1 });
months
  .lookup(months.rename({ waits: 'before' }), ['n', 'next'], 'before')
  .derive({ change: d => d.before === undefined || d.before === null ? null : d.waits - d.before })
  .select('month', 'waits', 'change')
