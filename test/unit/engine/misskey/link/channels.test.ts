import type { Channels } from 'misskey-js';
import { beforeEach, describe, expect, expectTypeOf, test } from 'vitest';
import { channelEvents } from '../../../../../src-main/engine/misskey/link/channel-events.ts';
import {
  type ChannelEvent,
  type ChannelMessages,
  type ChannelName,
  type ChannelOpener,
  openChannel,
} from '../../../../../src-main/engine/misskey/link/channels.ts';
import type { ChannelListener } from '../../../../../src-main/engine/misskey/link/subscriptions.ts';
import { rawMe, rawNote, rawNotification, rawUser } from '../../../../support/samples.ts';

/** What misskey-js knows and the table does not; nothing, if all is well. */
type Missing = {
  [Name in keyof Channels]: Exclude<keyof Channels[Name]['events'], ChannelEvent<Name>['type']>;
}[keyof Channels];

const note = rawNote();
const user = rawUser();
const file = { id: 'f', name: 'a.png', type: 'image/png', url: 'https://example.social/a.png' };
const folder = { id: 'd', name: 'Pictures', parentId: null };
const message = {
  id: 'm',
  createdAt: '2026-11-20T21:00:00.000Z',
  text: 'hi',
  fromUserId: 'user-bob',
  toUserId: 'user-alice',
};
const reaction = { reaction: '👍', messageId: 'm', user };
const stats = {
  cpu: 0.1,
  mem: { used: 1, active: 2 },
  net: { rx: 3, tx: 4 },
  fs: { r: 5, w: 6 },
};
const jobs = { activeSincePrevTick: 1, active: 2, waiting: 3, delayed: 4 };
const queues = { deliver: jobs, inbox: jobs };
const game = { id: 'g', user1Id: 'a', user2Id: 'b' };

/** A body of every event of every channel. */
const bodies: { readonly [Name in ChannelName]: Record<ChannelEvent<Name>['type'], unknown> } = {
  main: {
    notification: rawNotification('n1'),
    unreadNotification: rawNotification('n1'),
    readAllNotifications: undefined,
    notificationFlushed: null,
    mention: note,
    reply: note,
    renote: note,
    follow: user,
    followed: user,
    unfollow: user,
    receiveFollowRequest: user,
    meUpdated: rawMe(),
    newChatMessage: message,
    announcementCreated: {
      announcement: { id: 'a', createdAt: '2026-11-20T21:00:00.000Z', title: 't', text: 'x' },
    },
    readAllAnnouncements: null,
    driveFileCreated: file,
    urlUploadFinished: { marker: 'x', file },
    signin: { id: 's', createdAt: '2026-11-20T21:00:00.000Z', success: true },
    myTokenRegenerated: null,
    registryUpdated: { scope: ['client'], key: 'theme' },
    pageEvent: { pageId: 'p', event: 'e', userId: 'u' },
    unreadAntenna: { id: 'a', name: 'Rain' },
    readAntenna: { id: 'a', name: 'Rain' },
  },
  homeTimeline: { note },
  localTimeline: { note },
  hybridTimeline: { note },
  globalTimeline: { note },
  bubbleTimeline: { note },
  userList: { note, userAdded: user, userRemoved: user },
  hashtag: { note },
  roleTimeline: { note },
  antenna: { note },
  channel: { note },
  drive: {
    fileCreated: file,
    fileUpdated: file,
    fileDeleted: 'f',
    folderCreated: folder,
    folderUpdated: folder,
    folderDeleted: 'd',
  },
  chatUser: { message, deleted: 'm', react: reaction, unreact: reaction },
  chatRoom: { message, deleted: 'm', react: { reaction: '👍', messageId: 'm' }, unreact: reaction },
  serverStats: { stats, statsLog: [stats, stats] },
  queueStats: { stats: queues, statsLog: [queues] },
  admin: {
    newAbuseUserReport: { id: 'r', targetUserId: 'a', reporterId: 'b', comment: 'spam' },
  },
  reversi: { matched: { game }, invited: { user } },
  reversiGame: {
    started: { game },
    ended: { winnerId: null, game: { ...game, isEnded: true } },
    canceled: { userId: 'a' },
    changeReadyStates: { user1: true, user2: false },
    updateSettings: { userId: 'a', key: 'isLlotheo', value: true },
    log: { time: 1, player: true, operation: 'put', pos: 27, id: null },
  },
};

const everyEvent = Object.entries(bodies).flatMap(([channel, events]) =>
  Object.entries(events).map(([type, body]) => ({ channel, type, body })),
);

const isChannel = (name: string): name is ChannelName => Object.hasOwn(channelEvents, name);

let asked: { channel: string; params: unknown }[];
let server: ChannelListener;
let sent: unknown[];
const opener: ChannelOpener = {
  connect(channel, params, listener) {
    asked.push({ channel, params });
    server = listener;
    return {
      send: (type, body) => sent.push({ type, body }) > 0,
      disconnect: () => void sent.push('disconnect'),
    };
  },
};

beforeEach(() => {
  asked = [];
  sent = [];
});

/** Listens to a channel, whatever it takes. */
function listen(channel: ChannelName) {
  const heard: unknown[] = [];
  openChannel<ChannelName>(
    opener,
    { channel, params: {} },
    {
      onEvent: (event) => void heard.push(event),
      onUnknown: (type, body) => void heard.push({ unknown: type, body }),
      onBroken: (type) => void heard.push({ broken: type }),
    },
  );
  return heard;
}

test('the table has every channel and every event that misskey-js knows', () => {
  expectTypeOf<Missing>().toBeNever();
  expectTypeOf<keyof Channels>().toExtend<ChannelName>();
  expect(Object.keys(bodies).sort()).toEqual(Object.keys(channelEvents).sort());
});

describe('every event', () => {
  test.each(everyEvent)('$channel $type is read', ({ channel, type, body }) => {
    if (!isChannel(channel)) throw new Error(`${channel} is no channel`);
    const heard = listen(channel);
    server.onEvent(type, body);
    expect(heard).toEqual([expect.objectContaining({ type })]);
  });

  test.each(everyEvent.filter(({ body }) => typeof body === 'object' && body !== null))(
    '$channel $type with a broken body is told as such',
    ({ channel, type }) => {
      if (!isChannel(channel)) throw new Error(`${channel} is no channel`);
      const heard = listen(channel);
      server.onEvent(type, 7);
      expect(heard).toEqual([{ broken: type }]);
    },
  );

  test.each(Object.keys(bodies))('of a type that is not known passes %s as it is', (channel) => {
    if (!isChannel(channel)) throw new Error(`${channel} is no channel`);
    const heard = listen(channel);
    server.onEvent('addedByAFork', { a: 1 });
    expect(heard).toEqual([{ unknown: 'addedByAFork', body: { a: 1 } }]);
  });
});

test('a note is a note: its fields are checked, and its type is known', () => {
  const texts: (string | null)[] = [];
  openChannel(
    opener,
    { channel: 'userList', params: { listId: 'l1', withFiles: true } },
    {
      onEvent: (event) => {
        if (event.type === 'note') texts.push(event.body.text);
        else texts.push(event.body.username);
      },
    },
  );
  server.onEvent('note', note);
  server.onEvent('userAdded', user);
  // Nobody asked to hear of these.
  server.onEvent('note', 7);
  server.onEvent('more', 7);
  expect(asked).toEqual([{ channel: 'userList', params: { listId: 'l1', withFiles: true } }]);
  expect(texts).toEqual(['hello there', 'bob']);
});

test('addresses and secrets that a server sends along go no further (PROTOCOL §3)', () => {
  const heard = listen('main');
  server.onEvent('meUpdated', { ...rawMe(), email: 'a@example.social', securityKeysList: ['k'] });
  server.onEvent('signin', {
    id: 's',
    createdAt: '2026-11-20T21:00:00.000Z',
    success: true,
    ip: '192.0.2.1',
    headers: { cookie: 'secret' },
  });
  server.onEvent('registryUpdated', { scope: ['client'], key: 'k', value: 'secret' });
  expect(heard).toHaveLength(3);
  expect(JSON.stringify(heard)).not.toMatch(/example\.social"|192\.0\.2\.1|secret|securityKeys/);
});

test('whether it is connected is passed on', () => {
  const heard: string[] = [];
  openChannel(
    opener,
    { channel: 'drive', params: {} },
    {
      onEvent: () => {},
      onConnected: () => void heard.push('connected'),
      onRefused: (why) => void heard.push(why),
    },
  );
  server.onConnected?.();
  server.onRefused?.('full');
  expect(heard).toEqual(['connected', 'full']);
  openChannel(opener, { channel: 'drive', params: {} }, { onEvent: () => {} });
  server.onConnected?.();
  server.onRefused?.('refused');
});

describe('sending', () => {
  test('is typed by the channel', () => {
    const quiet = { onEvent: () => {} };
    const chat = openChannel(opener, { channel: 'chatUser', params: { otherId: 'u' } }, quiet);
    expect(chat.send('read', { id: 'm' })).toBe(true);
    const load = openChannel(opener, { channel: 'serverStats', params: {} }, quiet);
    load.send('requestLog', { id: 1, length: 50 });
    const play = openChannel(opener, { channel: 'reversiGame', params: { gameId: 'g' } }, quiet);
    play.send('putStone', { pos: 27, id: 'x' });
    play.send('ready', true);
    expect(sent).toEqual([
      { type: 'read', body: { id: 'm' } },
      { type: 'requestLog', body: { id: 1, length: 50 } },
      { type: 'putStone', body: { pos: 27, id: 'x' } },
      { type: 'ready', body: true },
    ]);
  });

  test('to one that listens to nothing is a mistake that the compiler finds', () => {
    expectTypeOf<keyof ChannelMessages<'homeTimeline'>>().toBeNever();
    expectTypeOf<keyof ChannelMessages<'chatRoom'>>().toEqualTypeOf<'read'>();
  });
});
