import { expect, test } from 'vitest';
import {
  type DesktopState,
  untoldDesktop,
} from '../../../../src-main/engine/notices/desktop-state.ts';
import type { Notice } from '../../../../src-main/engine/notices/notice.ts';
import {
  type DecisionKind,
  type DecisionReason,
  decide,
  decisionReasons,
  type Ruling,
} from '../../../../src-main/engine/notices/rules.ts';
import {
  defaultSettings,
  type Loudness,
  type Rules,
} from '../../../../src-main/engine/settings/settings.ts';
import { fakeStart } from '../../../support/fake-clock.ts';
import { aNotice, anExcerpt, person } from '../../../support/samples.ts';

const hour = 60 * 60_000;

/** Every notice, of each kind that any rule tells from the others. */
const notices = {
  mention: { type: 'mention', note: anExcerpt({ text: 'cheap tea' }) },
  'mention by nobody muted': { type: 'mention', person: person('Carol'), note: anExcerpt() },
  several: { type: 'reaction:grouped', others: 3, note: anExcerpt({ text: 'cheap tea' }) },
  follow: { detail: 'cheap tea' },
  'poll ended': { type: 'pollEnded', person: null, note: anExcerpt({ text: 'cheap tea' }) },
  login: { type: 'login', person: null, detail: 'cheap tea' },
  'own act': { nuance: 'accepted-here' },
  'not to disturb': { type: 'announcement', person: null, nuance: 'silent' },
  'of a feed': {
    type: 'event',
    detail: 'cheap tea',
    feed: { urgency: 'low', group: 'the kettle' },
  },
  'critical, of a feed': {
    type: 'event',
    heading: 'Cheap',
    feed: { urgency: 'critical', group: null },
  },
} as const satisfies Readonly<Record<string, Partial<Notice>>>;

/** All that may stand around them; each with everything else. */
const dimensions = {
  notice: [
    'mention',
    'mention by nobody muted',
    'several',
    'follow',
    'poll ended',
    'login',
    'own act',
    'not to disturb',
    'of a feed',
    'critical, of a feed',
  ],
  isOld: [false, true],
  loudness: ['ring', 'silent', 'keep'],
  muted: ['nothing', 'Bob', 'cheap'],
  onlyFollowed: ['all ring', 'and is not', 'and is', 'and is unknown'],
  pause: ['none', 'on'],
  quiet: ['off', 'on'],
  doNotDisturb: ['off', 'on', 'on, unheeded', 'untold'],
  fullScreen: ['off', 'on', 'on, unheeded', 'untold'],
  focus: ['elsewhere', 'here', 'here, unheeded', 'here, locked'],
  missed: [null, 5, 6],
  /** Whether it has company: a toast of its group, or more of its feed than may be shown. */
  company: ['none', 'group', 'group in a crowd', 'crowd'],
} as const;

type Dimensions = typeof dimensions;
type Case = { readonly [Name in keyof Dimensions]: Dimensions[Name][number] };

const count = Object.values(dimensions).reduce((product, { length }) => product * length, 1);

/** Each number below `count` is another case. */
function caseAt(index: number): Case {
  let rest = index;
  const next = <Value>(values: readonly Value[]): Value => {
    const value = values[rest % values.length];
    if (value === undefined) throw new Error('an empty dimension');
    rest = Math.floor(rest / values.length);
    return value;
  };
  return {
    notice: next(dimensions.notice),
    isOld: next(dimensions.isOld),
    loudness: next(dimensions.loudness),
    muted: next(dimensions.muted),
    onlyFollowed: next(dimensions.onlyFollowed),
    pause: next(dimensions.pause),
    quiet: next(dimensions.quiet),
    doNotDisturb: next(dimensions.doNotDisturb),
    fullScreen: next(dimensions.fullScreen),
    focus: next(dimensions.focus),
    missed: next(dimensions.missed),
    company: next(dimensions.company),
  };
}

const isPressing = ({ notice }: Case) => notice === 'login' || notice.startsWith('critical');
const isByBob = ({ notice }: Case) =>
  ['mention', 'several', 'follow', 'own act'].includes(notice) || notice.endsWith('of a feed');
const isAboutTea = ({ notice }: Case) =>
  ['mention', 'several', 'follow', 'poll ended'].includes(notice) || notice.endsWith('of a feed');

/** What is promised, in its order: the first that holds is the reason. */
const promises: readonly [DecisionKind, DecisionReason, (one: Case) => boolean][] = [
  ['suppressed', 'own-act', ({ notice }) => notice === 'own act'],
  ['suppressed', 'silent', ({ notice }) => notice === 'not to disturb'],
  ['suppressed', 'type-off', ({ loudness }) => loudness === 'keep'],
  ['suppressed', 'muted-user', (one) => one.muted === 'Bob' && isByBob(one)],
  ['suppressed', 'muted-word', (one) => one.muted === 'cheap' && isAboutTea(one)],
  [
    'suppressed',
    'not-followed',
    ({ notice, onlyFollowed }) => onlyFollowed === 'and is not' && notice.startsWith('mention'),
  ],
  ['suppressed', 'too-old', ({ isOld, missed }) => isOld && missed !== null],
  ['held', 'paused', ({ pause }) => pause === 'on'],
  ['held', 'do-not-disturb', ({ doNotDisturb }) => doNotDisturb === 'on'],
  ['held', 'full-screen', ({ fullScreen }) => fullScreen === 'on'],
  ['held', 'quiet-hours', (one) => one.quiet === 'on' && !isPressing(one)],
  ['suppressed', 'focused', (one) => one.focus === 'here' && !isPressing(one)],
  ['grouped', 'digest', (one) => one.missed === 6 && !isPressing(one)],
  ['grouped', 'same-group', (one) => one.notice === 'of a feed' && one.company.startsWith('group')],
  ['grouped', 'same-note', ({ company }) => company.startsWith('group')],
  ['grouped', 'burst', ({ company }) => company === 'crowd'],
  ['shown', 'type-silent', ({ loudness }) => loudness === 'silent'],
  ['shown', 'low-urgency', ({ notice }) => notice === 'of a feed'],
  ['shown', 'missed', ({ missed }) => missed !== null],
  ['shown', 'live', () => true],
];

const quietHours = {
  off: { on: false, spans: [{ days: [5], from: 0, to: 0 }] },
  on: { on: true, spans: [{ days: [5], from: 0, to: 0 }] },
} as const;
const follows = { 'all ring': false, 'and is not': false, 'and is': true, 'and is unknown': null };
const told = { off: false, on: true, 'on, unheeded': true, untold: null };

/** Each is made once, for there are millions of cases. */
const made = new Map<string, Notice>();

function noticeOf({ notice: name, isOld }: Case): Notice {
  const key = isOld ? `old ${name}` : name;
  const known = made.get(key);
  if (known !== undefined) return known;
  const createdAt = fakeStart - (isOld ? 25 * hour : 0);
  const notice = aNotice('n1', { ...notices[name], createdAt });
  made.set(key, notice);
  return notice;
}

function rulesOf(one: Case, type: string): Rules {
  const loudness: Loudness = one.loudness;
  return {
    ...defaultSettings.rules,
    types: { [type]: { loudness } },
    mutedUsers: one.muted === 'Bob' ? ['@bob'] : [],
    mutedWords: one.muted === 'cheap' ? ['Cheap'] : [],
    onlyFollowed: one.onlyFollowed !== 'all ring',
    quietHours: quietHours[one.quiet],
    heedDoNotDisturb: one.doNotDisturb !== 'on, unheeded',
    holdInFullScreen: one.fullScreen !== 'on, unheeded',
    quietWhileFocused: one.focus !== 'here, unheeded',
  };
}

function desktopOf(one: Case): DesktopState {
  return {
    ...untoldDesktop,
    doNotDisturb: told[one.doNotDisturb],
    fullScreen: told[one.fullScreen],
    windowFocused: one.focus !== 'elsewhere',
    locked: one.focus === 'here, locked' ? true : null,
  };
}

function rulingOf(one: Case): Ruling {
  const notice = noticeOf(one);
  return decide(notice, rulesOf(one, notice.type), {
    now: fakeStart,
    localTime: { weekday: 5, minutes: 22 * 60 },
    pausedUntil: one.pause === 'on' ? fakeStart + hour : null,
    desktop: desktopOf(one),
    missed: one.missed,
    joins: one.company.startsWith('group'),
    crowded: one.company.endsWith('crowd'),
    follows: follows[one.onlyFollowed],
  });
}

function complaint(one: Case, { decision, reason, sounds }: Ruling): string | null {
  const [kind, why] = promises.find(([, , holds]) => holds(one)) ?? [];
  if (decision !== kind || reason !== why) return `${decision} ${reason} instead of ${kind} ${why}`;
  // What is seen of it or will be, unless a toast that stands is only renewed, with nothing that presses.
  const isRenewal = reason === 'same-note' || reason === 'same-group';
  const isNews = decision !== 'suppressed' && (!isRenewal || isPressing(one));
  const isLoud = one.loudness === 'ring' && one.notice !== 'of a feed';
  if (sounds !== (isNews && isLoud)) return `sounds: ${sounds}`;
  return null;
}

test('every rule in every surroundings gives what is promised, and each reason is reached', {
  timeout: 60_000,
}, () => {
  const reached = new Set<string>();
  const complaints: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const one = caseAt(index);
    const ruling = rulingOf(one);
    reached.add(ruling.reason);
    const text = complaint(one, ruling);
    if (text !== null && complaints.length < 5) complaints.push(`${JSON.stringify(one)}: ${text}`);
  }
  expect(complaints).toEqual([]);
  // What the desktop did not show is no decision of the rules.
  expect([...reached, 'failed'].sort()).toEqual([...decisionReasons].sort());
});
