import { describe, expect, test } from 'vitest';
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
