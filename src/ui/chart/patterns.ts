const svg = 'http://www.w3.org/2000/svg';

/** The lines of each pattern in a square of 8 by 8. The first colour is plain. */
const lines = [
  '',
  'M0 8L8 0M-2 2L2 -2M6 10L10 6',
  'M4 0V8',
  'M0 4H8',
  'M0 0L8 8M0 8L8 0',
  'M2 2h1v1h-1zM6 6h1v1h-1z',
];

export function patternId(id: string, place: number): string {
  return `${id}pattern${place}`.replaceAll(/[^\w-]/g, '');
}

/** Fills that differ by more than their colour. */
export function createPatterns(id: string, count: number): SVGElement {
  const defs = document.createElementNS(svg, 'defs');
  for (let place = 0; place < count; place++) {
    const pattern = document.createElementNS(svg, 'pattern');
    pattern.id = patternId(id, place);
    pattern.setAttribute('width', '8');
    pattern.setAttribute('height', '8');
    pattern.setAttribute('patternUnits', 'userSpaceOnUse');
    const ground = document.createElementNS(svg, 'rect');
    ground.setAttribute('width', '8');
    ground.setAttribute('height', '8');
    ground.setAttribute('fill', `var(--app-chart-${place + 1})`);
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', lines[place % lines.length] ?? '');
    path.setAttribute('stroke', 'var(--app-chart-ground)');
    path.setAttribute('stroke-width', '1.5');
    pattern.append(ground, path);
    defs.append(pattern);
  }
  return defs;
}
