import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chartPalette } from './chart-palette.ts';

/** The relative luminance of WCAG 2.2, of a colour such as `#12436d`. */
function toLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of WCAG 2.2, from 1 to 21. */
function toContrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [toLuminance(one), toLuminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const scss = readFileSync(join(import.meta.dirname, '../ui/chart/chart.scss'), 'utf8');

function readMixin(name: string): Record<string, string> {
  const [, body = ''] = new RegExp(`@mixin ${name} \\{([^}]*)\\}`).exec(scss) ?? [];
  return Object.fromEntries(
    [...body.matchAll(/--app-chart-([\w-]+): (#\w+);/g)].map(([, key = '', value = '']) => [key, value]),
  );
}

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  const palette = chartPalette[theme];
  const places = ['1', '2', '3', '4', '5', '6'] as const;
  const steps = [1, 2, 3, 4, 5] as const;

  test('the page has the colours that a picture takes along', () => {
    expect(readMixin(theme)).toEqual(palette);
  });

  test.each(places)('colour %s is seen against the page', (place) => {
    expect(toContrast(palette[place], palette.ground)).toBeGreaterThanOrEqual(3);
  });

  test('the outline of areas, which have no pattern, is seen against the page', () => {
    expect(toContrast(palette.outline, palette.ground)).toBeGreaterThanOrEqual(3);
  });

  test.each(steps)('figures are read upon shade %s', (step) => {
    expect(toContrast(palette[`ink-${step}`], palette[`shade-${step}`])).toBeGreaterThanOrEqual(4.5);
  });

  test('shades go one way, from what is near the page to what is far, in steps that are seen', () => {
    const away = steps.map((step) => toContrast(palette[`shade-${step}`], palette.ground));
    for (const [index, contrast] of away.entries())
      if (index > 0) expect(contrast / (away[index - 1] ?? 0)).toBeGreaterThan(1.3);
    expect(away.at(-1)).toBeGreaterThanOrEqual(3);
  });
});
