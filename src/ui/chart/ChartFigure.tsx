import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { pointWords, toChartTitle } from '#src/charts/describe-chart.ts';
import type { ChartData, ChartValue } from '#src/charts/chart-data.ts';
import type { ChartSpec } from '#src/charts/chart-spec.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { addChartStyles } from './chart-styles.ts';
import { drawChart, type DrawnChart } from './draw-chart.ts';

interface Props {
  readonly spec: ChartSpec;
  readonly data: ChartData;
  /** The chart in sentences. */
  readonly words: readonly string[];
  /** A sentence each, below the chart. */
  readonly sources: readonly string[];
  /** Gets the drawing, for whoever takes it away. */
  readonly onDrawn?: (svg: SVGSVGElement) => void;
}

/** A chart with its title, its legend, its words, a walk over its points and its source. */
export function ChartFigure({ spec, data, words, sources, onDrawn }: Props): ReactNode {
  const id = useId();
  addChartStyles();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [at, setAt] = useState<number>();
  const drawn = useDrawing(box, { spec, data, width, id });
  const title = toChartTitle(spec, data);
  const order = useMemo(() => toWalkOrder(data), [data]);
  useEffect(() => setAt(undefined), [data]);
  useEffect(() => {
    if (drawn) onDrawn?.(drawn.svg);
  }, [drawn]);

  const index = at === undefined ? undefined : order[at];
  const point = index === undefined ? undefined : data.points[index];
  const position = drawn && index !== undefined ? drawn.positionOf(index) : undefined;
  const isOne = order.length < 2;
  return (
    <figure className="app-chart__figure" aria-labelledby={`${id}title`}>
      <p className="app-chart__title" id={`${id}title`}>
        {title}
      </p>
      <ChartLegend spec={spec} data={data} />
      <div
        className="app-chart__drawing"
        role="img"
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}words`}
        onClick={(event) => drawn && setAt(nearest(drawn, order, event))}
      >
        <div ref={box} />
        {position && <div className="app-chart__ring" style={{ left: position.x, top: position.y }} />}
      </div>
      {!isOne && (
        <div className="app-chart__walk">
          <label htmlFor={`${id}walk`}>Walk over the points</label>
          <input
            id={`${id}walk`}
            type="range"
            min={0}
            max={order.length - 1}
            step={1}
            value={at ?? 0}
            aria-valuetext={`Point ${(at ?? 0) + 1} of ${order.length}`}
            onChange={(event) => setAt(Number(event.target.value))}
            onFocus={() => setAt((now) => now ?? 0)}
          />
          <p className="app-chart__point">
            <span role="status">{point ? pointWords(spec, data, point) : ''}</span>
            {!point && <span className="app-muted">Use the arrow keys, or press a point in the chart.</span>}
          </p>
        </div>
      )}
      <figcaption>
        <p className="app-chart__heading">In words</p>
        <ul className="app-chart__words" id={`${id}words`}>
          {words.map((sentence, place) => (
            <li key={place}>{sentence}</li>
          ))}
        </ul>
        {sources.map((sentence) => (
          <p key={sentence} className="app-chart__source">
            {sentence}
          </p>
        ))}
      </figcaption>
    </figure>
  );
}

/** The order in which keys go over the points: by small chart, then by line, then along the axis. */
function toWalkOrder({ points, x, y, facet, colour, valueOn }: ChartData): readonly number[] {
  const toPlaces = (field: typeof x) => {
    const places = new Map(field?.domain.map((value, index) => [value, index]));
    return (value: ChartValue | undefined) =>
      field === undefined ? 0 : field.kind === 'number' ? Number(value) : (places.get(value ?? '') ?? -1);
  };
  const [facetPlace, rowPlace, colourPlace, alongPlace] = [
    toPlaces(facet),
    toPlaces(y),
    toPlaces(colour?.kind === 'number' ? undefined : colour),
    toPlaces(valueOn === 'x' ? y : x),
  ];
  const keys = points.map((point) => [
    facetPlace(point.facet),
    valueOn === 'colour' ? rowPlace(point.y) : colourPlace(point.colour),
    alongPlace(valueOn === 'x' ? point.y : point.x),
  ]);
  return points
    .map((_point, index) => index)
    .sort((a, b) => {
      const [keyA = [], keyB = []] = [keys[a], keys[b]];
      return (
        keyA.map((value, place) => value - (keyB[place] ?? 0)).find((difference) => difference !== 0) ?? 0
      );
    });
}

/** The place in the walk of the point next to a press. */
function nearest(drawn: DrawnChart, order: readonly number[], event: React.MouseEvent): number {
  const { left, top } = drawn.svg.getBoundingClientRect();
  const distances = order.map((index) => {
    const { x, y } = drawn.positionOf(index);
    return Math.hypot(x - (event.clientX - left), y - (event.clientY - top));
  });
  return distances.indexOf(Math.min(...distances));
}

/** The room for a drawing, in CSS pixels; 0 until it is known. */
function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

function useDrawing(
  box: React.RefObject<HTMLDivElement | null>,
  { spec, data, width, id }: { spec: ChartSpec; data: ChartData; width: number; id: string },
): DrawnChart | undefined {
  const [drawn, setDrawn] = useState<DrawnChart>();
  useLayoutEffect(() => {
    if (width < 40) return;
    const next = drawChart({ spec, data, width, id });
    box.current?.replaceChildren(next.svg);
    setDrawn(next);
  }, [spec, data, width, id]);
  return drawn;
}
