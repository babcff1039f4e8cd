import { afterEach, describe, expect, test } from 'vitest';
import { pauseEnd } from '../../../../src-main/engine/notices/pause.ts';

const now = new Date(2026, 10, 20, 22, 17, 3, 5).getTime();

describe('when a pause ends', () => {
  test('30 minutes and one hour count from now', () => {
    expect(pauseEnd('30-minutes', now)).toBe(now + 1_800_000);
    expect(pauseEnd('1-hour', now)).toBe(now + 3_600_000);
  });

  test('until tomorrow ends at eight in the morning, by the clock on the wall', () => {
    expect(pauseEnd('until-tomorrow', now)).toBe(new Date(2026, 10, 21, 8).getTime());
  });

  test('tomorrow is the next day even just after midnight', () => {
    const early = new Date(2026, 10, 21, 0, 1).getTime();
    expect(pauseEnd('until-tomorrow', early)).toBe(new Date(2026, 10, 22, 8).getTime());
  });

  test('tomorrow may be in the next month and year', () => {
    const newYearsEve = new Date(2026, 11, 31, 23).getTime();
    expect(pauseEnd('until-tomorrow', newYearsEve)).toBe(new Date(2027, 0, 1, 8).getTime());
  });

  test('resume ends it at once', () => {
    expect(pauseEnd('resume', now)).toBeNull();
  });
});

describe('where the clocks are changed in the night', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) Reflect.deleteProperty(process.env, 'TZ');
    else process.env['TZ'] = zone;
  });

  test.each([
    ['put forward', '2026-03-28T21:00:00Z', '2026-03-29T06:00:00Z'],
    ['put back', '2026-10-24T20:00:00Z', '2026-10-25T07:00:00Z'],
    ['left alone', '2026-06-01T20:00:00Z', '2026-06-02T06:00:00Z'],
  ])('%s: until tomorrow still ends at eight in the morning', (_how, from, until) => {
    process.env['TZ'] = 'Europe/Berlin';
    const end = pauseEnd('until-tomorrow', Date.parse(from));
    expect(new Date(end ?? 0).toISOString()).toBe(new Date(until).toISOString());
  });
});
