import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Calls, Place } from '../../../src-main/ipc/contract.ts';
import { payloads } from '../../../src-main/ipc/payloads.ts';

type Cases = {
  readonly [Name in keyof Calls]: {
    readonly right: readonly Parameters<Calls[Name]>[];
    /** Beyond those that are wrong for every call. */
    readonly wrong: readonly (readonly unknown[])[];
  };
};

const id = 'alice@example.social';
const long = 'x'.repeat(513);
const longText = 'x'.repeat(4_097);
const place: Place = {
  view: 'timeline',
  accountId: id,
  anchors: { notices: { id: 'n1', offset: -3.5 }, timeline: null },
};

const none = { right: [[]], wrong: [] } satisfies Cases['getSnapshot'];
const oneId = {
  right: [[id], ['x'.repeat(512)]],
  wrong: [[], [''], [long], [7], [null], [[id]], [{ id }]],
} satisfies Cases['signOut'];
const twoIds = {
  right: [[id, 'n1']],
  wrong: [[], [id], ['', 'n1'], [id, ''], [long, 'n1'], [id, long], [id, 7], [null, 'n1']],
} satisfies Cases['openNote'];
const oneText = {
  right: [['example.social'], [''], ['x'.repeat(4_096)]],
  wrong: [[], [7], [null], [longText], [{}]],
} satisfies Cases['openLink'];

/** A new call without its cases does not compile. */
const cases: Cases = {
  getSnapshot: none,
  startSignIn: oneText,
  cancelSignIn: none,
  signInWithToken: {
    right: [['example.social', 'token']],
    wrong: [[], ['a'], ['a', 7], [longText, 'b'], ['a', longText]],
  },
  reopenSignInPage: none,
  signOut: oneId,
  startDemo: none,
  chooseWeakStorage: { right: [[true], [false]], wrong: [[], ['true'], [1], [null]] },
  selectTimeline: {
    right: [
      [id, 'home'],
      [id, 'global'],
    ],
    wrong: [[], [id], ['home', id], [id, 'main'], [id, ''], [long, 'home'], [id, null]],
  },
  reloadTimeline: none,
  loadOlderNotes: none,
  loadOlderNotices: none,
  openNotice: oneId,
  openNote: twoIds,
  openUser: twoIds,
  openHashtag: twoIds,
  openLink: oneText,
  openFile: {
    right: [[id, 'n1', 'f1']],
    wrong: [[], [id], [id, 'n1'], [id, 'n1', ''], [id, 'n1', 7], [id, 'n1', long]],
  },
  closeDetail: none,
  markAllRead: none,
  pause: {
    right: [['30-minutes'], ['1-hour'], ['until-tomorrow'], ['resume']],
    wrong: [[], ['forever'], [30], [null]],
  },
  changeSettings: {
    right: [[{}], [{ theme: 'dark' }], [{ language: 'ja', theme: 'system', clickOpens: 'window' }]],
    wrong: [
      [],
      [null],
      ['dark'],
      [{ theme: 'pink' }],
      [{ theme: undefined }],
      [{ theme: 'dark', extra: 1 }],
      [{ version: 9 }],
    ],
  },
  reportPlace: {
    right: [
      [place],
      [{ view: 'sign-in', accountId: null, anchors: { notices: null, timeline: null } }],
    ],
    wrong: [
      [],
      [null],
      [{ ...place, view: 'elsewhere' }],
      [{ ...place, accountId: '' }],
      [{ ...place, accountId: undefined }],
      [{ ...place, extra: 1 }],
      [{ view: 'notices', accountId: null }],
      [{ ...place, anchors: { notices: null } }],
      [{ ...place, anchors: { notices: null, timeline: null, more: null } }],
      [{ ...place, anchors: { notices: { id: 'n1' }, timeline: null } }],
      [{ ...place, anchors: { notices: { id: long, offset: 0 }, timeline: null } }],
      [{ ...place, anchors: { notices: { id: 'n1', offset: Number.NaN }, timeline: null } }],
      [{ ...place, anchors: { notices: { id: 'n1', offset: '3' }, timeline: null } }],
      [{ ...place, anchors: { notices: { id: 'n1', offset: 3, x: 1 }, timeline: null } }],
    ],
  },
  dismissBanner: oneId,
  hideWindow: none,
};

const schemas: Readonly<Record<string, v.GenericSchema>> = payloads;

describe.each(Object.entries(cases))('%s', (name, { right, wrong }) => {
  const schema = v.unknown();
  const parse = (payload: unknown) => v.safeParse(schemas[name] ?? schema, payload);

  test('has a payload', () => {
    expect(Object.keys(payloads)).toContain(name);
  });

  test.each(right.map((payload) => [payload]))('takes %j as it is', (payload) => {
    expect(parse(payload)).toMatchObject({ success: true, output: payload });
  });

  test.each(right.map((payload) => [payload]))('refuses one more than %j', (payload) => {
    expect(parse([...payload, 'extra']).success).toBe(false);
    expect(parse([...payload, undefined]).success).toBe(false);
  });

  test.each(wrong.map((payload) => [payload]))('refuses %j', (payload) => {
    expect(parse(payload).success).toBe(false);
  });

  test.each([undefined, null, 'text', 5, {}, { length: 0 }])('refuses %j for a list', (payload) => {
    expect(parse(payload).success).toBe(false);
  });
});

test('there are no payloads for calls that do not exist', () => {
  expect(Object.keys(payloads).sort()).toEqual(Object.keys(cases).sort());
});
