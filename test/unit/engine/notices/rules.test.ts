import { describe, expect, test } from 'vitest';
import {
  type Decision,
  decide,
  type Surroundings,
} from '../../../../src-main/engine/notices/rules.ts';
import { fakeStart } from '../../../support/fake-clock.ts';
import { aNotice } from '../../../support/samples.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/** Age of the notice (ms), what stands around it, and the decision. */
const table: [string, number, Partial<Surroundings>, Decision][] = [
  ['live', 0, {}, { decision: 'shown', reason: 'live' }],
  [
    'live, though the server says it is days old',
    3 * day,
    {},
    { decision: 'shown', reason: 'live' },
  ],
  ['live, from a server whose clock is ahead', -hour, {}, { decision: 'shown', reason: 'live' }],
  [
    'live while paused',
    0,
    { pausedUntil: fakeStart + hour },
    { decision: 'held', reason: 'paused' },
  ],
  [
    'live in the last millisecond of a pause',
    0,
    { pausedUntil: fakeStart + 1 },
    { decision: 'held', reason: 'paused' },
  ],
  [
    'live when the pause has just ended',
    0,
    { pausedUntil: fakeStart },
    { decision: 'shown', reason: 'live' },
  ],
  [
    'live, long after a pause',
    0,
    { pausedUntil: fakeStart - hour },
    { decision: 'shown', reason: 'live' },
  ],
  ['the only one missed', hour, { missed: 1 }, { decision: 'shown', reason: 'missed' }],
  ['one of five missed', hour, { missed: 5 }, { decision: 'shown', reason: 'missed' }],
  ['one of six missed', hour, { missed: 6 }, { decision: 'grouped', reason: 'digest' }],
  ['one of hundreds missed', hour, { missed: 500 }, { decision: 'grouped', reason: 'digest' }],
  ['missed exactly a day ago', day, { missed: 1 }, { decision: 'shown', reason: 'missed' }],
  [
    'missed more than a day ago',
    day + 1,
    { missed: 1 },
    { decision: 'suppressed', reason: 'too-old' },
  ],
  [
    'missed more than a day ago, one of many',
    day + 1,
    { missed: 50 },
    { decision: 'suppressed', reason: 'too-old' },
  ],
  [
    'missed, while paused',
    hour,
    { missed: 1, pausedUntil: fakeStart + hour },
    { decision: 'held', reason: 'paused' },
  ],
  [
    'one of many missed, while paused',
    hour,
    { missed: 50, pausedUntil: fakeStart + hour },
    { decision: 'held', reason: 'paused' },
  ],
  [
    'missed more than a day ago, while paused',
    2 * day,
    { missed: 1, pausedUntil: fakeStart + hour },
    { decision: 'suppressed', reason: 'too-old' },
  ],
];

describe('the decision about a notice', () => {
  test.each(table)('%s', (_case, age, around, decision) => {
    const notice = aNotice('n1', { createdAt: fakeStart - age });
    expect(
      decide(notice, { now: fakeStart, pausedUntil: null, missed: null, joins: false, ...around }),
    ).toEqual(decision);
  });

  test('is the same each time, and changes nothing', () => {
    const notice = Object.freeze(aNotice('n1'));
    const around = Object.freeze({ now: fakeStart, pausedUntil: null, missed: 6, joins: false });
    expect(decide(notice, around)).toEqual(decide(notice, around));
  });
});
