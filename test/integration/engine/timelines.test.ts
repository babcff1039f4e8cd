import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatMessage } from '../../../src-main/engine/misskey/inbox/inbox-schemas.ts';
import type {
  AskedChannel,
  ChannelEvent,
  ChannelName,
  TypedHandle,
} from '../../../src-main/engine/misskey/link/channels.ts';
import type { TimelineFeed } from '../../../src-main/engine/misskey/timelines/timeline-feed.ts';
import {
  defaultSwitches,
  plainTimeline,
  type TimelineKey,
  type TimelineSpec,
  type TimelineSwitches,
} from '../../../src-main/engine/misskey/timelines/timelines.ts';
import { type LiveBench, liveBench } from '../../support/live-bench.ts';

let live: LiveBench;
let id: string;

beforeEach(async () => {
  live = await liveBench();
});

afterEach(() => live.end());

async function online(): Promise<void> {
  id = await live.online();
}

/** Pins timelines and looks at them and no others; resolves when the pages of all have come. */
async function look(...specs: readonly TimelineSpec[]): Promise<TimelineFeed[]> {
  const { timelines } = live.engine.accounts;
  const keys = specs.map((spec) => {
    const key = timelines.pin(id, spec);
    if (key === null) throw new Error('this names no timeline');
    return key;
  });
  timelines.watch(keys.map((key) => ({ accountId: id, key })));
  return Promise.all(keys.map(loaded));
}

const feedOf = (key: TimelineKey) => live.engine.accounts.get(id)?.source?.timelines.get(key);

const loaded = (key: TimelineKey): Promise<TimelineFeed> =>
  live.engine.waitFor(() => {
    const feed = feedOf(key);
    return feed?.status.state === 'loading' ? null : feed;
  });

const holds = (feed: TimelineFeed | undefined, noteId: string) =>
  feed?.timeline.notes.some((note) => note.id === noteId) ?? false;
const comes = (feed: TimelineFeed | undefined, noteId: string) =>
  live.engine.waitFor(() => holds(feed, noteId));

const frameShape = v.object({ type: v.string(), body: v.record(v.string(), v.unknown()) });

/** The bodies of the frames of one type that the server got. */
const framesOf = (type: string) =>
  live.server.frames.flatMap(({ json }) => {
    const frame = v.safeParse(frameShape, json);
    return frame.success && frame.output.type === type ? [frame.output.body] : [];
  });
const connects = (channel: string) =>
  framesOf('connect').filter((body) => body['channel'] === channel);

function onlyOf<Value>(values: Iterable<Value>): Value {
  const [only] = values;
  if (only === undefined) throw new Error('the demo server has none');
  return only;
}

const named = (kind: 'list' | 'antenna' | 'channel' | 'role', thing: string): TimelineSpec => ({
  kind,
  id: thing,
  switches: defaultSwitches,
});
const tags = (...anyOf: readonly (readonly string[])[]): TimelineSpec => ({
  kind: 'hashtag',
  anyOf,
  switches: defaultSwitches,
});
const local = (changes: Partial<TimelineSwitches> = {}): TimelineSpec => ({
  kind: 'local',
  switches: { ...defaultSwitches, ...changes },
});

describe('a timeline of each kind has what is there, what comes, and what is older', () => {
  const world = () => live.server.world;
  const channelId = () => onlyOf(world().channels.keys());
  test.each<[string, () => TimelineSpec, () => { text: string; channelId?: string }]>([
    ['home', () => plainTimeline('home'), () => ({ text: 'at home' })],
    ['local', () => plainTimeline('local'), () => ({ text: 'here' })],
    ['social', () => plainTimeline('social'), () => ({ text: 'among us' })],
    ['global', () => plainTimeline('global'), () => ({ text: 'anywhere' })],
    ['bubble', () => plainTimeline('bubble'), () => ({ text: 'around here' })],
    [
      'list',
      () => named('list', onlyOf(world().lists.keys())),
      () => ({ text: 'by one of the list' }),
    ],
    [
      'antenna',
      () => named('antenna', onlyOf(world().antennas.keys())),
      () => ({ text: 'お茶にしましょう' }),
    ],
    [
      'channel',
      () => named('channel', channelId()),
      () => ({ text: 'in the channel', channelId: channelId() }),
    ],
    [
      'role',
      () => named('role', onlyOf(world().roles.keys())),
      () => ({ text: 'by one with the role' }),
    ],
    ['hashtag', () => tags(['suzu']), () => ({ text: 'ring #Suzu' })],
  ])('%s', async (_kind, specOf, note) => {
    live.server.setPolicies({ btlAvailable: true });
    for (let n = 0; n < 50; n += 1) live.server.postNote('akari', note());
    await online();
    const [feed] = await look(specOf());
    expect(feed?.status).toEqual({ state: 'ready' });
    expect(feed?.timeline.notes).toHaveLength(40);
    const noteId = live.server.postNote('akari', note());
    await comes(feed, noteId);
    expect(feed?.notLive).toBeNull();
    await feed?.loadOlder();
    expect(feed?.timeline.notes.length).toBeGreaterThanOrEqual(51);
    const ids = feed?.timeline.notes.map((one) => one.id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('and nothing that belongs elsewhere', async () => {
    await online();
    const feeds = await look(
      named('list', onlyOf(world().lists.keys())),
      named('antenna', onlyOf(world().antennas.keys())),
      named('channel', channelId()),
      named('role', onlyOf(world().roles.keys())),
      tags(['suzu', 'bells'], ['tea']),
    );
    const [, , , , tagged] = feeds;
    const elsewhere = live.server.postNote('jiho', { text: '#suzu alone' });
    const both = live.server.postNote('jiho', { text: '#suzu and #bells' });
    const other = live.server.postNote('jiho', { text: '#tea' });
    await comes(tagged, other);
    expect([both, other].map((noteId) => holds(tagged, noteId))).toEqual([true, true]);
    for (const feed of feeds) expect(holds(feed, elsewhere)).toBe(false);
    for (const feed of feeds.slice(0, 4)) expect(holds(feed, both)).toBe(false);
  });

  test('tags are told apart in what was there before, too', async () => {
    const post = (text: string) => live.server.postNote('jiho', { text });
    const oldTea = post('#tea');
    const oldBoth = post('#suzu and #bells');
    for (let n = 0; n < 60; n += 1) post(`#suzu ${n}`);
    for (let n = 0; n < 60; n += 1) post(`#bells ${n}`);
    const both = post('#bells and #suzu');
    for (let n = 0; n < 38; n += 1) post(`#tea ${n}`);
    await online();
    const [all, either] = await look(tags(['bells', 'suzu']), tags(['bells', 'suzu'], ['tea']));
    expect(all?.timeline.notes.map((note) => note.id)).toEqual([both, oldBoth]);
    expect(either?.timeline.notes).toHaveLength(40);
    await either?.loadOlder();
    await either?.loadOlder();
    const ids = either?.timeline.notes.map((note) => note.id) ?? [];
    expect(ids).toHaveLength(41);
    expect(ids.slice(-2)).toEqual([oldBoth, oldTea]);
    expect(either?.timeline.hasOlder).toBe(false);
  });
});

describe('the switches of a timeline', () => {
  test('the same channel twice at once, each with its own parameters, live and as a page', async () => {
    const original = live.server.postNote('akari', { text: 'an original' });
    const before = live.server.postNote('mei', { renoteId: original });
    await online();
    const [all, withoutRenotes] = await look(local(), local({ withRenotes: false }));
    expect([holds(all, before), holds(withoutRenotes, before)]).toEqual([true, false]);
    const renote = live.server.postNote('lukas', { renoteId: original });
    const after = live.server.postNote('lukas', { text: 'after it' });
    await comes(all, after);
    await comes(withoutRenotes, after);
    expect([holds(all, renote), holds(withoutRenotes, renote)]).toEqual([true, false]);
    expect(connects('localTimeline').map((body) => body['params'])).toEqual([
      {},
      { withRenotes: false },
    ]);
    const ids = connects('localTimeline').map((body) => body['id']);
    expect(new Set(ids).size).toBe(2);
  });

  test('replies to others, and only files', async () => {
    const original = live.server.postNote('mei', { text: 'an original' });
    const file = onlyOf(live.server.world.files.keys());
    await online();
    const [plain, replies, files] = await look(
      local(),
      local({ withReplies: true }),
      local({ withFiles: true }),
    );
    const reply = live.server.postNote('lukas', { text: 'an answer', replyId: original });
    const photo = live.server.postNote('lukas', { text: 'a photo', fileIds: [file] });
    for (const feed of [plain, replies, files]) await comes(feed, photo);
    expect([plain, replies, files].map((feed) => holds(feed, reply))).toEqual([false, true, false]);
    expect(files?.timeline.notes.every((note) => note.files.length > 0)).toBe(true);
  });
});

test('what nobody looks at is disconnected, and hears nothing more', async () => {
  await online();
  const [home, social] = await look(plainTimeline('home'), plainTimeline('social'));
  await look(plainTimeline('social'));
  expect(feedOf('home')).toBeUndefined();
  const noteId = live.server.postNote('akari', { text: 'to the other' });
  await comes(social, noteId);
  expect(holds(home, noteId)).toBe(false);
  const [connect] = connects('homeTimeline');
  expect(framesOf('disconnect')).toEqual([{ id: connect?.['id'] }]);
});

test('beyond the server’s 32 channels a timeline is read without being live, until one goes', async () => {
  await online();
  const words = Array.from({ length: 32 }, (_, n) => tags([`tag${n}`]));
  const noteId = live.server.postNote('akari', { text: '#tag31' });
  const feeds = await look(...words);
  const [last] = feeds.slice(-1);
  expect(last?.notLive).toBe('full');
  expect(holds(last, noteId)).toBe(true);
  expect(connects('hashtag')).toHaveLength(31);
  const { timelines } = live.engine.accounts;
  timelines.watch(feeds.slice(1).map(({ key }) => ({ accountId: id, key })));
  await live.engine.waitFor(() => last?.notLive === null);
  const next = live.server.postNote('akari', { text: '#tag31 once more' });
  await comes(last, next);
});

test('after a reconnect all come back, and what was missed is there', async () => {
  await online();
  const feeds = await look(plainTimeline('home'), local({ withRenotes: false }), tags(['suzu']));
  live.server.dropConnections();
  await live.engine.waitFor(() => live.engine.accounts.get(id)?.state.name !== 'online');
  const missed = live.server.postNote('akari', { text: 'meanwhile #suzu' });
  await live.engine.waitForState(id, 'online');
  for (const feed of feeds) await comes(feed, missed);
  const next = live.server.postNote('akari', { text: 'afterwards #suzu' });
  for (const feed of feeds) await comes(feed, next);
  expect(connects('localTimeline').map((body) => body['params'])).toEqual([
    { withRenotes: false },
    { withRenotes: false },
  ]);
});

test('what the server refuses in silence, or does not have any more', async () => {
  live.server.refuseChannels(['homeTimeline']);
  await online();
  const gone = (['list', 'antenna', 'channel', 'role'] as const).map((kind) =>
    named(kind, 'goneaway'),
  );
  const [home, ...others] = await look(plainTimeline('home'), ...gone);
  expect(home).toMatchObject({ status: { state: 'ready' }, notLive: 'refused' });
  expect(home?.timeline.notes.length).toBeGreaterThan(0);
  expect(others.map(({ status }) => status)).toMatchObject(
    ['LIST', 'ANTENNA', 'CHANNEL', 'ROLE'].map((thing) => ({
      state: 'failed',
      error: { code: `NO_SUCH_${thing}` },
    })),
  );
});

describe('channels without notes', () => {
  const source = () => {
    const found = live.engine.accounts.get(id)?.source;
    if (found == null) throw new Error('the account has no source');
    return found;
  };

  /** Opens a channel, and resolves to its handle once the server confirmed it. */
  function open<Name extends ChannelName>(
    request: AskedChannel<Name>,
    onEvent: (event: ChannelEvent<Name>) => void,
  ): Promise<TypedHandle<Name>> {
    return new Promise((resolve) => {
      const handle = source().openChannel(request, {
        onEvent,
        onConnected: () => queueMicrotask(() => resolve(handle)),
      });
    });
  }

  test('are listened to and sent to', async () => {
    await online();
    const [akari] = [...live.server.world.users.values()].filter(
      ({ username }) => username === 'akari',
    );
    if (akari === undefined) throw new Error('akari left');
    const request = { channel: 'chatUser', params: { otherId: akari.id } } as const;
    const [chat, message] = await new Promise<[TypedHandle<'chatUser'>, ChatMessage]>((resolve) => {
      const opened = open(request, (event) => {
        if (event.type === 'message') void opened.then((handle) => resolve([handle, event.body]));
      });
      void opened.then(() => live.server.chatMessage('akari', 'are you there?'));
    });
    expect(message.text).toBe('are you there?');
    expect(chat.send('read', { id: message.id })).toBe(true);
    const logs = await new Promise((resolve) => {
      void open({ channel: 'serverStats', params: {} }, (event) => {
        if (event.type === 'statsLog') resolve(event.body.length);
      }).then((stats) => stats.send('requestLog', { id: 'any', length: 7 }));
    });
    // The answer to the second message: the first has arrived long since.
    expect(logs).toBe(7);
    const [connect] = connects('chatUser');
    expect(framesOf('channel')).toContainEqual({
      id: connect?.['id'],
      type: 'read',
      body: { id: message.id },
    });
    expect(live.server.world.chatMessages.every(({ readBy }) => readBy.size > 0)).toBe(true);
    chat.disconnect();
    expect(chat.send('read', { id: message.id })).toBe(false);
  });

  test('that exist once are connected once, and main goes on for those who need it', async () => {
    await online();
    const heard: string[] = [];
    const listen = (who: string) =>
      open({ channel: 'main', params: {} }, ({ type }) => void heard.push(`${who} ${type}`));
    const one = await listen('one');
    await listen('two');
    live.server.app('first', 'first');
    await live.engine.waitFor(() => heard.length === 2);
    one.disconnect();
    await live.mark('second');
    expect(heard.filter((text) => text.includes(' notification'))).toEqual([
      'one notification',
      'two notification',
      'two notification',
    ]);
    expect(connects('main')).toHaveLength(1);
    expect(framesOf('disconnect')).toEqual([]);
  });
});
