import { describe, expect, test } from 'vitest';
import {
  fitBox,
  fitted,
  panBy,
  wheelFactor,
  zoomAt,
} from '../../../../src-renderer/viewer/zoom.ts';

const stage = { width: 400, height: 600 };
/** A landscape that fills the width. */
const picture = { width: 400, height: 300 };

describe('zooming', () => {
  test('about the middle keeps the middle', () => {
    expect(zoomAt(fitted, 2, { x: 0, y: 0 }, picture, stage)).toEqual({ scale: 2, x: 0, y: 0 });
  });

  test('keeps what is under the pointer there', () => {
    const zoomed = zoomAt(fitted, 4, { x: 100, y: 50 }, picture, stage);
    // A point of the picture that was at 100 is 100 × 4 from its middle now.
    expect(zoomed).toEqual({ scale: 4, x: 100 - 400, y: 50 - 200 });
  });

  test('goes no further out than fitted, and no further in than ten times', () => {
    expect(zoomAt(fitted, 0.1, { x: 50, y: 50 }, picture, stage)).toEqual(fitted);
    expect(zoomAt(fitted, 99, { x: 0, y: 0 }, picture, stage).scale).toBe(10);
  });

  test('out again brings the edges back to the edges of the stage', () => {
    const corner = panBy({ scale: 4, x: 0, y: 0 }, { x: 9999, y: 9999 }, picture, stage);
    expect(corner).toEqual({ scale: 4, x: 600, y: 300 });
    expect(zoomAt(corner, 1 / 4, { x: 0, y: 0 }, picture, stage)).toEqual(fitted);
  });

  test('by the wheel is the same way back, and bounded', () => {
    expect(wheelFactor(-100) * wheelFactor(100)).toBeCloseTo(1);
    expect(wheelFactor(-100)).toBeGreaterThan(1);
    expect(wheelFactor(-1e9)).toBe(wheelFactor(-200));
  });
});

describe('moving', () => {
  test('leaves a picture that fits where it is', () => {
    expect(panBy(fitted, { x: 50, y: -50 }, picture, stage)).toEqual(fitted);
  });

  test('goes only along the side that does not fit', () => {
    const zoomed = { scale: 1.5, x: 0, y: 0 };
    expect(panBy(zoomed, { x: 30, y: 30 }, picture, stage)).toEqual({ scale: 1.5, x: 30, y: 0 });
    expect(panBy(zoomed, { x: -999, y: 0 }, picture, stage).x).toBe(-100);
  });
});

describe('fitting in', () => {
  test.each([
    [{ width: 4000, height: 3000 }, picture],
    [
      { width: 300, height: 1200 },
      { width: 150, height: 600 },
    ],
    [
      { width: 20, height: 10 },
      { width: 20, height: 10 },
    ],
    [
      { width: 0, height: 10 },
      { width: 0, height: 0 },
    ],
  ])('makes %o %o', (natural, expected) => {
    expect(fitBox(natural, stage)).toEqual(expected);
  });
});
