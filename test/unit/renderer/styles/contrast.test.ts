import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(
  new URL('../../../../src-renderer/styles/tokens.css', import.meta.url),
  'utf8',
);

const [usual = '', more = ''] = css.split('@media (prefers-contrast: more)');

/** The colours of the window by their names, in one theme. */
function colours(theme: 'light' | 'dark', isMore = false): Readonly<Record<string, string>> {
  const pairs = (isMore ? usual + more : usual).matchAll(
    /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g,
  );
  return Object.fromEntries(
    [...pairs].map(([, name, light, dark]) => [name, theme === 'light' ? light : dark]),
  );
}

/** WCAG 2: relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['surface', 'frame', 'raised', 'hover', 'well', 'accent-soft', 'danger-soft'];
const texts = [
  ...grounds.flatMap((ground) => [
    ['text', ground],
    ['text-soft', ground],
  ]),
  ...['surface', 'frame', 'raised', 'hover', 'accent-soft'].map((ground) => ['accent', ground]),
  ...['surface', 'raised', 'hover'].map((ground) => ['danger', ground]),
  ['on-accent', 'accent'],
  ['surface', 'text'],
  ['text', 'control'],
  ['danger', 'control'],
  ['text', 'groove'],
  ['text-soft', 'groove'],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const palette = colours(theme);
  const measured = (one = '', other = '') => contrast(palette[one] ?? '#', palette[other] ?? '#');

  test.each(texts)('%s is readable on %s', (text, ground) => {
    expect(measured(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['line-strong', 'surface'],
    ['line-strong', 'raised'],
    ['accent', 'surface'],
    ['good', 'frame'],
    ['danger', 'frame'],
    ['text-soft', 'frame'],
  ])('%s is told from %s', (mark, ground) => {
    expect(measured(mark, ground)).toBeGreaterThanOrEqual(3);
  });

  test('the accent is the bell’s brass', () => {
    expect(palette['accent']).toBe(theme === 'light' ? '#966208' : '#f2b84b');
  });
});

describe.each(['light', 'dark'] as const)('with more contrast, in the %s theme', (theme) => {
  const palette = colours(theme, true);
  const measured = (one = '', other = '') => contrast(palette[one] ?? '#', palette[other] ?? '#');

  test.each(texts)('%s is easy to read on %s', (text, ground) => {
    expect(measured(text, ground)).toBeGreaterThanOrEqual(7);
  });

  test('lines are seen', () => {
    expect(measured('line', 'surface')).toBeGreaterThanOrEqual(3);
  });
});
