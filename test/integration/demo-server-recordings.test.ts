import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { capturedFrames, readCapture } from '../support/captures.ts';
import { callApi, type Demo, startDemo } from '../support/demo.ts';
import { missingKeys } from '../support/shape.ts';
import { type StreamClient, streamClient } from '../support/stream-client.ts';

/**
 * What the demo server sends for an act, beside what a real one sent for the same: the same frames, and
 * each with at least the same keys. The order of the frames of one act is not fixed.
 */
let demo: Demo;
let client: StreamClient;

beforeEach(async () => {
  demo = await startDemo();
  client = await streamClient(demo.origin, demo.token);
  await client.open('main', 'main1');
  await client.open('homeTimeline', 'home1', {});
  await client.open('localTimeline', 'local1', {});
});

afterEach(() => demo.server.kill());

interface Json {
  readonly [key: string]: unknown;
}

const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** `main1 notification reaction`, `home1 note`, `noteUpdated reacted`, … */
function nameOf(json: unknown): string {
  const { type, body } = object(json);
  if (type !== 'channel') return `${type} ${object(body)['type'] ?? ''}`.trim();
  const { id, type: event, body: inner } = object(body);
  const kind = String(event).toLowerCase().endsWith('notification') ? object(inner)['type'] : '';
  return `${id} ${event} ${kind}`.trim();
}

function byName(frames: readonly unknown[]): Map<string, unknown[]> {
  const named = new Map<string, unknown[]>();
  for (const frame of frames)
    named.set(nameOf(frame), [...(named.get(nameOf(frame)) ?? []), frame]);
  return named;
}

const recorded = (name: string) =>
  capturedFrames(name)
    .filter(({ dir, kind }) => dir === 'in' && kind === 'text')
    .map(({ data }) => data)
    .filter((json) => object(json)['type'] !== 'connected');

const acts: readonly [recording: string, act: (demo: Demo, noteId: string) => unknown][] = [
  ['10-follow', ({ server }) => server.follow('lukas')],
  ['14-mention', ({ server }) => server.mention('akari', 'hello :tea:')],
  ['15-reply', ({ server }, noteId) => server.reply('akari', noteId)],
  ['16-renote', ({ server }, noteId) => server.renote('akari', noteId)],
  ['18-dm', ({ server }) => server.dm('akari')],
  ['23-my-request-accepted', unfollowAndBeAccepted],
  ['25-test', ({ server }) => server.test()],
  ['26-app', ({ server }) => server.app('body', 'header')],
  ['27-login', ({ server }) => server.login()],
  ['28-create-token', ({ server }) => server.createToken()],
  ['29-achievement', ({ server }) => server.achievement('client30min')],
  ['32-chat-invitation', ({ server }) => server.chatInvitation('akari', 'room')],
  ['33-announcement', announceTwice],
  ['34-export', ({ server }) => server.export('muting')],
  ['36-bell-note', ({ server }) => server.bellNote('akari')],
  ['50-note', ({ server }) => server.postNote('akari', { text: 'a note #tag' })],
  [
    '53-poll-note',
    ({ server }) => server.postNote('akari', { text: '?', poll: { choices: ['a', 'b'] } }),
  ],
  ['52-files', ({ server }) => server.postNote('akari', { text: '!', fileIds: photosOf(server) })],
];

async function unfollowAndBeAccepted({ server, origin, token }: Demo): Promise<void> {
  const kokoro = [...server.world.users.values()].find(({ username }) => username === 'kokoro');
  server.acceptRequest('kokoro');
  await client.settle();
  await callApi(origin, 'following/delete', { userId: kokoro?.id }, token);
}

function announceTwice({ server }: Demo): void {
  server.announcement('To everybody', 'hello all');
  server.announcement('To you', 'hello you', 'minato');
}

const photosOf = (server: Demo['server']) => [...server.world.files.keys()].slice(0, 2);

test.each(acts)('%s', async (recording, act) => {
  const noteId = demo.server.world.notes.values().next().value?.id ?? '';
  await act(demo, noteId);
  demo.clock.advance(2000);
  await client.settle();
  expectAlike(recorded(recording));
});

function expectAlike(frames: readonly unknown[]): void {
  const expected = byName(frames);
  const sent = byName(
    client.frames.map(({ json }) => json).filter((json) => nameOf(json) !== 'connected'),
  );
  expect([...sent.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [name, [first]] of expected)
    expect({ name, missing: missingKeys(first, sent.get(name)?.[0]) }).toEqual({
      name,
      missing: [],
    });
}

test.each([
  ['11-react-unicode', '👍'],
  ['12-react-custom', ':neko_happy:'],
])('%s', async (recording, reaction) => {
  const noteId = demo.server.postNote('minato', { text: 'hello' });
  client.send({ type: 'subNote', body: { id: noteId } });
  await client.settle();
  demo.server.react('akari', noteId, reaction);
  demo.clock.advance(2000);
  await client.settle();
  expectAlike(recorded(recording));
});

test('20-poll', async () => {
  const poll = { choices: ['tea', 'coffee'], expiresAt: demo.clock.now() + 20_000 };
  const noteId = demo.server.postNote('minato', { text: 'poll?', poll });
  client.send({ type: 'subNote', body: { id: noteId } });
  await client.settle();
  demo.server.vote('akari', noteId, 1);
  demo.clock.advance(22_000);
  await client.settle();
  expectAlike(recorded('20-poll').slice(2));
});

test('21-follow-request', async () => {
  demo.server.meUpdated({ isLocked: true });
  demo.server.requestFollow('akari');
  demo.clock.advance(2000);
  await client.settle();
  expectAlike(recorded('21-follow-request'));
});

test('41-me-updated', async () => {
  demo.server.meUpdated({ name: 'Minato' });
  await client.settle();
  expectAlike(recorded('41-me-updated'));
});

describe('HTTP answers', () => {
  const calls = object(object(readCapture('70-http-basics'))['calls']);
  const answerTo = (name: string) => object(calls[name]);

  test.each([
    ['i', 'i', {}],
    ['meta', 'meta', { detail: false }],
    ['emojis', 'emojis', {}],
    ['emoji', 'emoji', { name: 'tea' }],
    ['emoji-unknown', 'emoji', { name: 'nope' }],
    ['notifications', 'i/notifications', { limit: 12, markAsRead: false }],
    ['notifications-grouped', 'i/notifications-grouped', { limit: 12, markAsRead: false }],
    ['notifications-limit-101', 'i/notifications', { limit: 101 }],
    ['notifications-unknown-type', 'i/notifications', { includeTypes: ['bogus'] }],
    ['timeline', 'notes/timeline', { limit: 3 }],
    ['local-timeline', 'notes/local-timeline', { limit: 2 }],
    ['hybrid-timeline', 'notes/hybrid-timeline', { limit: 2 }],
    ['global-timeline', 'notes/global-timeline', { limit: 2 }],
    ['notes-show-missing', 'notes/show', { noteId: 'aaaaaaaaaaaaaaaa' }],
    ['unknown-endpoint', 'no/such', {}],
    ['invalid-param', 'notes/create', { text: 5 }],
    ['users-show', 'users/show', { username: 'akari' }],
  ])('%s', async (name, endpoint, params) => {
    const noteId = demo.server.postNote('minato', { text: 'hello' });
    for (const from of ['akari', 'jiho']) demo.server.react(from, noteId, '👍');
    const reply = await callApi(demo.origin, endpoint, params, demo.token);
    const { status, body, headers } = answerTo(name);
    expect(reply.status).toBe(status);
    expect(missingKeys(body, reply.body)).toEqual([]);
    const challenge = object(headers)['www-authenticate'] ?? null;
    expect(reply.headers.get('www-authenticate')).toBe(challenge);
    if (typeof status === 'number' && status >= 400 && status !== 500)
      expect(reply.body).toEqual(body);
  });

  test.each([
    ['i-badtoken', 'i', 'nonsense', []],
    ['i-notoken', 'i', null, []],
    ['i-readonly-token-create-note', 'notes/create', 'limited', ['read:account']],
  ])('%s', async (name, endpoint, kind, permissions) => {
    const token = kind === 'limited' ? demo.server.issueToken('minato', permissions) : kind;
    const reply = await callApi(demo.origin, endpoint, { text: 'no' }, token);
    const { status, body, headers } = answerTo(name);
    expect(reply).toMatchObject({ status, body });
    expect(reply.headers.get('www-authenticate')).toBe(object(headers)['www-authenticate']);
  });
});
