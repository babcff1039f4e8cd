import { expect, test } from 'vitest';
import {
  quietSettingOf,
  settingFact,
} from '../../../../src-main/desktop/surroundings/do-not-disturb/gsettings.ts';
import type { RunLines } from '../../../../src-main/desktop/surroundings/do-not-disturb/run-lines.ts';
import type { Told } from '../../../../src-main/desktop/surroundings/fact.ts';
import { manualClock } from '../../../support/manual-clock.ts';

test.each([
  ['GNOME', 'show-banners'],
  ['ubuntu:GNOME', 'show-banners'],
  ['X-Cinnamon', 'display-notifications'],
  ['MATE', 'do-not-disturb'],
  ['KDE', undefined],
  ['', undefined],
  [undefined, undefined],
])('on %s the key is %s', (desktops, key) => {
  expect(quietSettingOf(desktops)?.key).toBe(key);
});

interface Played {
  readonly command: string;
  readonly onLine: (line: string) => void;
  readonly onEnd: () => void;
  ended: boolean;
}

function setUp() {
  const clock = manualClock();
  const runs: Played[] = [];
  const run: RunLines = (program, args, events) => {
    const played: Played = { command: [program, ...args].join(' '), ...events, ended: false };
    runs.push(played);
    return () => {
      played.ended = true;
    };
  };
  const told: Told[] = [];
  const setting = { schema: 'org.example', key: 'show-banners', whenQuiet: 'false' } as const;
  const end = settingFact(run, clock, setting)((value) => told.push(value));
  const newest = (verb: string) => {
    const found = runs.findLast(({ command }) => command.includes(` ${verb} `));
    if (found === undefined) throw new Error(`gsettings was not asked to ${verb}`);
    return found;
  };
  return { clock, runs, told, end, newest };
}

test('the value is asked, and its changes are followed', () => {
  const { runs, told, newest } = setUp();
  expect(runs.map(({ command }) => command)).toEqual([
    'gsettings monitor org.example show-banners',
    'gsettings get org.example show-banners',
  ]);
  newest('get').onLine('true');
  newest('monitor').onLine('show-banners: false');
  expect(told).toEqual([false, true]);
});

test('a change that comes before the answer is newer than it', () => {
  const { told, newest } = setUp();
  newest('monitor').onLine('show-banners: false');
  newest('get').onLine('true');
  expect(told).toEqual([true]);
});

test('where there is no such setting nothing is told, and nothing is left running', () => {
  const { clock, told, newest } = setUp();
  newest('get').onEnd();
  expect(newest('monitor').ended).toBe(true);
  newest('monitor').onEnd();
  expect(told).toEqual([null]);
  expect(clock.pending).toBe(0);
});

test('a monitor that dies tells nothing, and is started again after a while', () => {
  const { clock, runs, told, newest } = setUp();
  newest('get').onLine('true');
  newest('monitor').onEnd();
  expect(told).toEqual([false, null]);
  clock.advance(60_000);
  expect(runs).toHaveLength(4);
  newest('get').onLine('false');
  expect(told).toEqual([false, null, true]);
});

test('one that waits to be started again is not, after its end', () => {
  const { clock, runs, end, newest } = setUp();
  newest('get').onLine('true');
  newest('monitor').onEnd();
  end();
  clock.advance(60_000);
  expect(runs).toHaveLength(2);
});

test('nonsense tells nothing', () => {
  const { told, newest } = setUp();
  newest('get').onLine('@as []');
  expect(told).toEqual([null]);
});

test('its end ends the monitor', () => {
  const { clock, told, end, newest } = setUp();
  newest('get').onLine('true');
  end();
  expect(newest('monitor').ended).toBe(true);
  newest('monitor').onEnd();
  expect(told).toEqual([false]);
  expect(clock.pending).toBe(0);
});
