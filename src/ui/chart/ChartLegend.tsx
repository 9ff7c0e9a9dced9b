import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import type { ChartData } from '#src/charts/chart-data.ts';
import type { ChartSpec, ChartMark } from '#src/charts/chart-spec.ts';
import { createSign } from './create-sign.ts';
import { toLegendEntries, type LegendEntry } from './legend-entries.ts';

interface Props {
  readonly spec: ChartSpec;
  readonly data: ChartData;
}

/** What colours, patterns and symbols mean. */
export function ChartLegend({ spec, data }: Props): ReactNode {
  const entries = toLegendEntries(spec, data);
  if (entries.length === 0) return null;
  return (
    <ul className="app-legend">
      {entries.map((entry) => (
        <li key={entry.words}>
          <Sign entry={entry} mark={spec.mark} />
          {entry.words}
        </li>
      ))}
    </ul>
  );
}

function Sign({ entry, mark }: { readonly entry: LegendEntry; readonly mark: ChartMark }): ReactNode {
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => box.current?.replaceChildren(createSign(entry, mark, id)), [entry, mark, id]);
  return <span ref={box} aria-hidden="true" />;
}
