import { useState } from 'react';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { ChartSpec } from '#src/charts/chart-spec.ts';
import type { ResultTable } from '#src/results/result-table.ts';
import { ChartControls } from '#src/ui/chart/ChartControls.tsx';
import { ChartFigure } from '#src/ui/chart/ChartFigure.tsx';
import { useChartColumns, useChartData } from '#src/ui/chart/use-chart.ts';

/** Milliseconds until the browser had painted. */
export interface ChartTimes {
  readonly points: number;
  readonly firstMs: number;
  /** After each change of a control. */
  readonly redrawMs: readonly number[];
  /** After each step of the walk over the points. */
  readonly stepMs: readonly number[];
  readonly pressMs: readonly number[];
}

const notes = new Map<string, never>();

function Trial({ table, first }: { readonly table: ResultTable; readonly first: ChartSpec }): ReactNode {
  const columns = useChartColumns(table, notes);
  const [spec, setSpec] = useState(first);
  const drawable = useChartData(spec, table, columns);
  if (!drawable || drawable === 'waiting' || !drawable.ok) throw new Error('The chart is not drawn.');
  return (
    <div className="app-chart">
      <ChartControls id="trial" spec={spec} table={table} columns={columns} onChange={setSpec} />
      <ChartFigure spec={spec} data={drawable.data} words={drawable.words} sources={[]} />
    </div>
  );
}

/** From now until what `work` changed was painted. */
async function toPainted(work: () => void): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  const startedAt = performance.now();
  flushSync(work);
  // A frame is painted after its own callbacks: the next task is the first that may run then.
  await new Promise<void>((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    }),
  );
  return performance.now() - startedAt;
}

function find<T extends Element>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`Nothing is ${selector}.`);
  return found;
}

/** Sets a control as a person does: React listens to the event, and reads the value past its own notes of it. */
function choose(control: HTMLSelectElement | HTMLInputElement, value: string): void {
  const prototype =
    control instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
  control.dispatchEvent(
    new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
  );
}

/** Draws a chart, changes it and walks over it, on a page with nothing else. */
async function measureChart(table: ResultTable, spec: ChartSpec, rounds: number): Promise<ChartTimes> {
  const box = document.body.appendChild(document.createElement('div'));
  const root = createRoot(box);
  const firstMs = await toPainted(() => root.render(<Trial table={table} first={spec} />));
  const walk = find<HTMLInputElement>('input[type=range]');
  const last = Number(walk.max);
  const stepMs: number[] = [];
  for (let round = 1; round <= rounds * 3; round++)
    stepMs.push(await toPainted(() => choose(walk, String(Math.round((last * round) / (rounds * 3))))));
  const pressMs: number[] = [];
  const drawing = find('.app-chart__drawing');
  for (let round = 0; round < rounds; round++) {
    const { left, top, width, height } = drawing.getBoundingClientRect();
    const at = { clientX: left + (width * (round + 1)) / (rounds + 1), clientY: top + height / 2 };
    pressMs.push(
      await toPainted(() => drawing.dispatchEvent(new MouseEvent('click', { ...at, bubbles: true }))),
    );
  }
  const redrawMs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const drawn = find('.app-chart__drawing .app-plot');
    redrawMs.push(
      await toPainted(() =>
        choose(find<HTMLSelectElement>('#trialsort'), round % 2 === 0 ? 'name' : 'table'),
      ),
    );
    if (find('.app-chart__drawing .app-plot') === drawn) throw new Error('The control changed nothing.');
  }
  root.unmount();
  box.remove();
  return { points: last + 1, firstMs, redrawMs, stepMs, pressMs };
}

declare global {
  interface Window {
    measureChart: typeof measureChart;
  }
}

window.measureChart = measureChart;
