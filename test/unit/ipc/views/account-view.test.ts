import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { locales, messagesIn } from '../../../../src-main/engine/messages/index.ts';
import type { Account } from '../../../../src-main/engine/misskey/account-list.ts';
import { meSchema, usualPolicies } from '../../../../src-main/engine/misskey/api/schemas.ts';
import { startingChoices } from '../../../../src-main/engine/misskey/notes/emoji-choices.ts';
import { startingPins } from '../../../../src-main/engine/misskey/timelines/pins.ts';
import { plainTimeline } from '../../../../src-main/engine/misskey/timelines/timelines.ts';
import type { ConnectionState } from '../../../../src-main/engine/streaming/connection.ts';
import type { RefusalReason, WaitReason } from '../../../../src-main/engine/streaming/verdict.ts';
import type { AccountView } from '../../../../src-main/ipc/contract.ts';
import { accountView, stateText } from '../../../../src-main/ipc/views/account-view.ts';
import { readableImages } from '../../../support/image-addresses.ts';
import { networkProblems } from '../../../support/network-problems.ts';
import { rawMe } from '../../../support/samples.ts';

const account: Account = {
  stored: {
    id: 'alice@example.social',
    origin: 'https://example.social',
    userId: 'user-alice',
    username: 'alice',
    name: 'Alice :blob:',
    avatarUrl: 'https://example.social/alice.webp',
    color: '#b8860b',
    timelines: startingPins,
    timeline: 'social',
    presence: 'stream',
    addedBy: 'miauth',
    canAnswer: true,
    emojis: startingChoices,
  },
  state: { name: 'online' },
  me: v.parse(meSchema, rawMe({ emojis: { blob: 'https://example.social/blob.webp' } })),
  policies: usualPolicies,
  source: null,
};

const viewOf = (changes: Partial<Account> = {}) =>
  accountView({ ...account, ...changes }, 3, messagesIn('en'), readableImages);

const allSwitches = ['withRenotes', 'withReplies', 'withFiles'];
const unnamed = { name: null };
const keysOf = ({ timelines }: AccountView) => timelines.map(({ key }) => key);

test('an account', () => {
  expect(viewOf()).toEqual({
    id: 'alice@example.social',
    host: 'example.social',
    handle: '@alice@example.social',
    name: 'Alice :blob:',
    avatar: 'suzu:example.social/alice.webp',
    emojis: { blob: 'suzu:example.social/blob.webp' },
    color: '#b8860b',
    state: 'online',
    stateText: 'Online',
    needsSignIn: false,
    guest: false,
    canAnswer: true,
    presence: 'stream',
    unread: 3,
    timelines: [
      {
        ...unnamed,
        key: 'home',
        spec: plainTimeline('home'),
        switches: ['withRenotes', 'withFiles'],
      },
      { ...unnamed, key: 'local', spec: plainTimeline('local'), switches: allSwitches },
      { ...unnamed, key: 'social', spec: plainTimeline('social'), switches: allSwitches },
      {
        ...unnamed,
        key: 'global',
        spec: plainTimeline('global'),
        switches: ['withRenotes', 'withFiles'],
      },
    ],
    timeline: 'social',
    emojiAddress: 'suzu:emoji/alice@example.social/',
    demo: false,
  });
});

test('one of which only the server is known', () => {
  const stored = { ...account.stored, userId: null, username: null, name: null, avatarUrl: null };
  const view = viewOf({ stored: { ...stored, origin: 'http://127.0.0.1:3000' }, me: null });
  expect(view).toMatchObject({
    host: '127.0.0.1:3000',
    handle: '127.0.0.1:3000',
    name: '127.0.0.1:3000',
    avatar: null,
    emojis: {},
  });
  expect(keysOf(view)).toEqual(['home', 'local', 'social', 'global']);
});

test('the chosen timeline where the server does not allow it: the first that it does', () => {
  const policies = { ...usualPolicies, ltlAvailable: false };
  expect(viewOf({ policies }).timeline).toBe('home');
});

test.each([null, '', '  '])('a name that is none (%j): the username', (name) => {
  expect(viewOf({ stored: { ...account.stored, name } }).name).toBe('alice');
});

test.each([
  [{ ltlAvailable: true, gtlAvailable: false }, ['home', 'local', 'social']],
  [{ ltlAvailable: false, gtlAvailable: true }, ['home', 'global']],
  [{ ltlAvailable: false, gtlAvailable: false }, ['home']],
  [{ btlAvailable: true }, ['home', 'local', 'social', 'global', 'bubble']],
])('the timelines that %j allow', (policies, timelines) => {
  expect(keysOf(viewOf(v.parse(meSchema, rawMe({ policies }))))).toEqual(timelines);
});

test('a guest: named by its server, without answers, and with public timelines alone', () => {
  const { host, handle, guest, canAnswer, ...view } = viewOf({
    stored: { ...account.stored, addedBy: 'guest', userId: null, username: null, name: null },
    me: null,
  });
  expect({ host, handle, guest, canAnswer }).toEqual({
    host: 'example.social',
    handle: 'example.social',
    guest: true,
    canAnswer: false,
  });
  expect(view.timelines.map(({ key }) => key)).toEqual(['local', 'global']);
});

test('low presence is told, and in words', () => {
  const { presence, stateText: words } = viewOf({
    stored: { ...account.stored, presence: 'polling' },
    state: { name: 'online', reason: 'polling' },
  });
  expect(presence).toBe('polling');
  expect(words).toBe('Online, asking every few minutes');
});

test('that a server is too old for a stream is told, in words', () => {
  const { presence, stateText: words } = viewOf({
    stored: { ...account.stored, presence: 'stream' },
    state: { name: 'online', reason: 'polling' },
  });
  expect(presence).toBe('stream');
  expect(words).toBe('Online, asking every few minutes: this server is too old for more');
});

test('while nothing is reached at all, the network is what is missing', () => {
  const cutOff = {
    ...account,
    state: { name: 'waiting', reason: 'no-route', retryAt: 0 },
  } as const;
  const refused = { ...account, state: { name: 'refused', reason: 'suspended' } } as const;
  const words = (of: typeof account) =>
    accountView(of, 0, messagesIn('en'), readableImages, true).stateText;
  expect(words(cutOff)).toBe('There is no network. Suzu connects as soon as it is back.');
  expect(words(refused)).toContain('suspended');
});

test('the demo’s account is marked', () => {
  expect(viewOf({ stored: { ...account.stored, addedBy: 'demo' } }).demo).toBe(true);
});

const waits: Readonly<Record<WaitReason, true>> = {
  closed: true,
  unreachable: true,
  'handshake-timeout': true,
  'not-acknowledged': true,
  'no-pong': true,
  'server-error': true,
  'rate-limited': true,
  'not-misskey': true,
  rejected: true,
  'not-a-feed': true,
  'too-large': true,
  malformed: true,
  ...networkProblems,
};
/** Whether signing in again can help. */
const refusals: Readonly<Record<RefusalReason, boolean>> = {
  'token-invalid': true,
  'permission-missing': true,
  suspended: true,
  'not-misskey': false,
  'token-missing': true,
  'guest-refused': true,
  'feed-credentials': false,
  'feed-forbidden': false,
  'feed-not-found': false,
  'feed-foreign': false,
  'feed-over': false,
  'feed-redirects': false,
  'feed-protocol': false,
  'feed-taken': false,
  'feed-client-id': false,
  'feed-secrets': false,
};
const isReason = <Reason extends string>(
  reason: string,
  reasons: Readonly<Record<Reason, unknown>>,
): reason is Reason => Object.hasOwn(reasons, reason);

const refused = Object.keys(refusals).flatMap((reason): ConnectionState[] =>
  isReason(reason, refusals) ? [{ name: 'refused', reason }] : [],
);
const states: ConnectionState[] = [
  { name: 'connecting' },
  { name: 'subscribing' },
  { name: 'online' },
  { name: 'online', reason: 'polling' },
  ...Object.keys(waits).flatMap((reason): ConnectionState[] =>
    isReason(reason, waits)
      ? [
          { name: 'stale', reason },
          { name: 'waiting', reason, retryAt: 0 },
        ]
      : [],
  ),
  ...refused,
];

describe.each(locales)('states in words (%s)', (locale) => {
  const messages = messagesIn(locale);

  test.each(states)('$name $reason', (state) => {
    expect(stateText(state, messages)).toMatch(/\S{2}/);
  });

  test('every refusal is told apart, so that the user knows what to do', () => {
    const texts = refused.map((state) => stateText(state, messages));
    expect(new Set(texts).size).toBe(refused.length);
  });

  test('all are in this language', () => {
    const foreign = locales.filter((other) => other !== locale).map(messagesIn);
    for (const state of states) {
      const text = stateText(state, messages);
      expect(foreign.map((other) => stateText(state, other))).not.toContain(text);
    }
  });
});

test.each(states)('$name $reason: whether signing in again can help', (state) => {
  const expected = state.name === 'refused' && refusals[state.reason];
  expect(viewOf({ state })).toMatchObject({ state: state.name, needsSignIn: expected });
});
