import { expect, test } from 'vitest';
import { placedAt } from '../../../../src-renderer/frame/placement.ts';

const window = { width: 400, height: 640 };
const button = (left: number, top: number) => ({ left, right: left + 30, top, bottom: top + 26 });

test.each([
  ['below its button', button(20, 100), { width: 200, height: 300 }, { left: 20, top: 130 }],
  [
    'at the button’s end near the edge',
    button(350, 100),
    { width: 200, height: 300 },
    { left: 180, top: 130 },
  ],
  [
    'above where there is no room below',
    button(20, 600),
    { width: 200, height: 300 },
    { left: 20, top: 296 },
  ],
  [
    'over the button where neither side has room',
    button(20, 300),
    { width: 200, height: 500 },
    { left: 20, top: 132 },
  ],
  [
    'within the window where it is too wide',
    button(100, 100),
    { width: 390, height: 50 },
    { left: 2, top: 130 },
  ],
])('a menu opens %s', (_where, anchor, size, expected) => {
  expect(placedAt(anchor, size, window)).toEqual(expected);
});
