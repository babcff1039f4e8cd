import { describe, expect, test } from 'vitest';
import { untoldDesktop } from '../../../../src-main/engine/notices/desktop-state.ts';
import type { Notice } from '../../../../src-main/engine/notices/notice.ts';
import {
  type Decision,
  decide,
  type Surroundings,
} from '../../../../src-main/engine/notices/rules.ts';
import { defaultSettings, type Rules } from '../../../../src-main/engine/settings/settings.ts';
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

/** A Friday, ten in the evening. */
const calm: Surroundings = {
  now: fakeStart,
  localTime: { weekday: 5, minutes: 22 * 60 },
  pausedUntil: null,
  desktop: untoldDesktop,
  missed: null,
  joins: false,
  crowded: false,
  follows: null,
};
const rules: Rules = { ...defaultSettings.rules, quietWhileFocused: true };

describe('the decision about a notice', () => {
  test.each(table)('%s', (_case, age, around, decision) => {
    const notice = aNotice('n1', { createdAt: fakeStart - age });
    expect(decide(notice, rules, { ...calm, ...around })).toMatchObject(decision);
  });

  test('is the same each time, and changes nothing', () => {
    const notice = Object.freeze(aNotice('n1'));
    const around = Object.freeze({ ...calm, missed: 6 });
    expect(decide(notice, Object.freeze(rules), around)).toEqual(decide(notice, rules, around));
  });
});

const tonight: Rules['quietHours'] = { on: true, spans: [{ days: [5], from: 21 * 60, to: 420 }] };
const paused = { pausedUntil: fakeStart + hour };
const busy = { desktop: { ...untoldDesktop, doNotDisturb: true } };
const presenting = { desktop: { ...untoldDesktop, fullScreen: true } };
const focused = { desktop: { ...untoldDesktop, windowFocused: true } };

/** The notice, the rules, what stands around, and word and reason of the decision. */
const cases: [string, Partial<Notice>, Partial<Rules>, Partial<Surroundings>, string, string][] = [
  [
    'a type that is only kept',
    {},
    { types: { follow: { loudness: 'keep' } } },
    {},
    'suppressed',
    'type-off',
  ],
  [
    'a type that is shown without a sound',
    {},
    { types: { follow: { loudness: 'silent' } } },
    {},
    'shown',
    'type-silent',
  ],
  [
    'another type than the one that is only kept',
    { type: 'mention' },
    { types: { follow: { loudness: 'keep' } } },
    {},
    'shown',
    'live',
  ],
  ['a muted person', {}, { mutedUsers: ['@bob'] }, {}, 'suppressed', 'muted-user'],
  ['a muted word', { detail: 'Buy now' }, { mutedWords: ['BUY'] }, {}, 'suppressed', 'muted-word'],
  [
    'a stranger, where only those followed ring',
    { type: 'mention' },
    { onlyFollowed: true },
    { follows: false },
    'suppressed',
    'not-followed',
  ],
  [
    'somebody followed',
    { type: 'mention' },
    { onlyFollowed: true },
    { follows: true },
    'shown',
    'live',
  ],
  [
    'somebody of whom the server did not tell it in time',
    { type: 'mention' },
    { onlyFollowed: true },
    {},
    'shown',
    'live',
  ],
  ['a stranger, where all ring', { type: 'mention' }, {}, { follows: false }, 'shown', 'live'],
  ['a stranger who follows', {}, { onlyFollowed: true }, { follows: false }, 'shown', 'live'],
  ['within quiet hours', {}, { quietHours: tonight }, {}, 'held', 'quiet-hours'],
  [
    'outside of them',
    {},
    { quietHours: tonight },
    { localTime: { weekday: 4, minutes: 1320 } },
    'shown',
    'live',
  ],
  ['while the desktop does not want to be disturbed', {}, {}, busy, 'held', 'do-not-disturb'],
  ['the same, where that is not heeded', {}, { heedDoNotDisturb: false }, busy, 'shown', 'live'],
  ['during a full-screen program', {}, {}, presenting, 'held', 'full-screen'],
  [
    'the same, where that does not count',
    {},
    { holdInFullScreen: false },
    presenting,
    'shown',
    'live',
  ],
  ['while the window has the focus', {}, {}, focused, 'suppressed', 'focused'],
  [
    'the same, where that does not count',
    {},
    { quietWhileFocused: false },
    focused,
    'shown',
    'live',
  ],
  [
    'while the window has the focus behind a locked screen',
    {},
    {},
    { desktop: { ...untoldDesktop, windowFocused: true, locked: true } },
    'shown',
    'live',
  ],
  [
    'one of many missed, while the window has the focus',
    {},
    {},
    { ...focused, missed: 9 },
    'suppressed',
    'focused',
  ],
  ['of a group that rang', {}, {}, { joins: true }, 'grouped', 'same-note'],
];

describe('each rule', () => {
  test.each(cases)('%s', (_case, fields, changed, around, decision, reason) => {
    const notice = aNotice('n1', fields);
    expect(decide(notice, { ...rules, ...changed }, { ...calm, ...around })).toMatchObject({
      decision,
      reason,
    });
  });
});

describe('a sign-in to the account', () => {
  const login = aNotice('n1', { type: 'login', person: null, detail: 'Buy now' });
  test.each<[string, Partial<Rules>, Partial<Surroundings>, string, string]>([
    ['rings in quiet hours', { quietHours: tonight }, {}, 'shown', 'live'],
    ['rings whatever words are muted', { mutedWords: ['buy'] }, {}, 'shown', 'live'],
    [
      'rings where only those followed do',
      { onlyFollowed: true },
      { follows: false },
      'shown',
      'live',
    ],
    ['rings while the window has the focus', {}, focused, 'shown', 'live'],
    ['rings by itself where many were missed', {}, { missed: 50 }, 'shown', 'missed'],
    ['is held by a pause', {}, paused, 'held', 'paused'],
    ['is held by a presentation', {}, presenting, 'held', 'full-screen'],
    [
      'is held by do-not-disturb in quiet hours, too',
      { quietHours: tonight },
      busy,
      'held',
      'do-not-disturb',
    ],
    [
      'is only kept where its type is',
      { types: { login: { loudness: 'keep' } } },
      {},
      'suppressed',
      'type-off',
    ],
  ])('%s', (_case, changed, around, decision, reason) => {
    expect(decide(login, { ...rules, ...changed }, { ...calm, ...around })).toMatchObject({
      decision,
      reason,
    });
  });
});

describe('what is heard', () => {
  const sounds = (changed: Partial<Rules>, around: Partial<Surroundings> = {}) =>
    decide(aNotice('n1'), { ...rules, ...changed }, { ...calm, ...around }).sounds;
  const silent: Partial<Rules> = { types: { follow: { loudness: 'silent' } } };

  test('a toast of its own', () => expect(sounds({})).toBe(true));
  test('a digest', () => expect(sounds({}, { missed: 9 })).toBe(true));
  test('what is held, once it is told', () => expect(sounds({}, paused)).toBe(true));
  test('not a type that is to be silent', () => expect(sounds(silent)).toBe(false));
  test('not such a type in a digest', () => expect(sounds(silent, { missed: 9 })).toBe(false));
  test('not such a type when it was held', () => expect(sounds(silent, paused)).toBe(false));
  test('not a toast that is renewed', () => expect(sounds({}, { joins: true })).toBe(false));
  test('not what is only kept', () => expect(sounds({ mutedUsers: ['@bob'] })).toBe(false));
});
