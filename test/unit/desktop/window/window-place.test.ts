import { describe, expect, test } from 'vitest';
import {
  placeWindow,
  type Rectangle,
  type Screen,
  smallestWindow,
} from '../../../../src-main/desktop/window/window-place.ts';

const size = { width: 400, height: 640 };

function rectangle(x: number, y: number, width: number, height: number): Rectangle {
  return { x, y, width, height };
}

/** A screen of 1920 × 1080 with its corner at (x, y) and a panel of 40 px at an edge. */
function screenWith(panel: 'top' | 'bottom' | 'left' | 'right' | 'none', x = 0, y = 0): Screen {
  const bounds = rectangle(x, y, 1920, 1080);
  const workAreas = {
    none: bounds,
    top: rectangle(x, y + 40, 1920, 1040),
    bottom: rectangle(x, y, 1920, 1040),
    left: rectangle(x + 40, y, 1880, 1080),
    right: rectangle(x, y, 1880, 1080),
  };
  return { bounds, workArea: workAreas[panel] };
}

const at = (x: number, y: number) => ({ x, y, ...size });

describe('at the tray icon', () => {
  test.each([
    ['top', rectangle(1400, 8, 24, 24), at(1212, 48)],
    ['bottom', rectangle(1400, 1048, 24, 24), at(1212, 392)],
    ['left', rectangle(8, 500, 24, 24), at(48, 192)],
    ['right', rectangle(1888, 500, 24, 24), at(1472, 192)],
  ] as const)('with the panel at the %s', (panel, icon, place) => {
    expect(placeWindow(size, screenWith(panel), icon)).toEqual(place);
  });

  test.each([
    ['top', rectangle(1890, 8, 24, 24), at(1520, 48)],
    ['bottom', rectangle(4, 1048, 24, 24), at(0, 392)],
    ['left', rectangle(8, 1050, 24, 24), at(48, 440)],
    ['right', rectangle(1888, 2, 24, 24), at(1472, 0)],
  ] as const)('at the %s, near a corner, the window stays on the screen', (panel, icon, place) => {
    expect(placeWindow(size, screenWith(panel), icon)).toEqual(place);
  });

  test.each([
    ['top', rectangle(1400, 0, 24, 24), at(1212, 8)],
    ['bottom', rectangle(1400, 1050, 24, 24), at(1212, 432)],
    ['left', rectangle(0, 500, 24, 24), at(8, 192)],
    ['right', rectangle(1890, 500, 24, 24), at(1512, 192)],
  ] as const)('at the %s, whose panel hides itself', (_edge, icon, place) => {
    expect(placeWindow(size, screenWith('none'), icon)).toEqual(place);
  });

  test('of the lower of two panels', () => {
    const bounds = rectangle(0, 0, 1920, 1080);
    const screen = { bounds, workArea: rectangle(0, 30, 1920, 1010) };
    expect(placeWindow(size, screen, rectangle(1400, 1048, 24, 24))).toEqual(at(1212, 392));
    expect(placeWindow(size, screen, rectangle(1400, 3, 24, 24))).toEqual(at(1212, 38));
  });

  test('the place has whole pixels', () => {
    const { x, y } = placeWindow(size, screenWith('top'), rectangle(1000.3, 8.5, 23, 23));
    expect([x, y]).toEqual([Math.round(x), Math.round(y)]);
  });
});

describe('where nobody tells where the icon is', () => {
  test.each([
    ['top', at(1512, 48)],
    ['bottom', at(1512, 392)],
    ['left', at(48, 432)],
    ['right', at(1472, 432)],
    ['none', at(1512, 8)],
  ] as const)('with the panel at the %s: where its tray most likely is', (panel, place) => {
    expect(placeWindow(size, screenWith(panel), null)).toEqual(place);
  });

  test.each([rectangle(0, 0, 0, 0), rectangle(100, 100, 0, 24), rectangle(100, 100, 24, 0)])(
    'an empty rectangle (%j), as Linux reports, tells nothing',
    (icon) => {
      expect(placeWindow(size, screenWith('bottom'), icon)).toEqual(at(1512, 392));
    },
  );
});

describe('on a small screen', () => {
  const bounds = rectangle(0, 0, 360, 480);
  const screen = { bounds, workArea: rectangle(0, 30, 360, 450) };

  test.each([null, rectangle(300, 3, 24, 24)])(
    'the window takes what there is (icon: %j)',
    (icon) => {
      expect(placeWindow(size, screen, icon)).toEqual(screen.workArea);
    },
  );

  test('a window that just fits is whole', () => {
    const tight = { bounds: rectangle(0, 0, 404, 680), workArea: rectangle(0, 40, 404, 640) };
    expect(placeWindow(size, tight, null)).toEqual(at(0, 40));
  });
});

describe('on one of several screens', () => {
  test.each([
    [-1920, 0],
    [0, -1080],
    [-3840, -500],
    [1920, 300],
  ])('whose corner is at (%i, %i)', (x, y) => {
    const screen = screenWith('bottom', x, y);
    expect(placeWindow(size, screen, null)).toEqual(at(x + 1512, y + 392));
    const icon = rectangle(x + 1400, y + 1048, 24, 24);
    expect(placeWindow(size, screen, icon)).toEqual(at(x + 1212, y + 392));
    const corner = rectangle(x + 1900, y + 1048, 24, 24);
    expect(placeWindow(size, screen, corner)).toEqual(at(x + 1520, y + 392));
  });
});

test.each([
  [0.8, { width: 320, height: 400 }],
  [1, { width: 320, height: 400 }],
  [1.75, { width: 350, height: 420 }],
  [2, { width: 400, height: 480 }],
])('a page drawn at %f has room to lay itself out', (scale, least) => {
  expect(smallestWindow(scale)).toEqual(least);
});
