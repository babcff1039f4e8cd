import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callApi, type Demo, startDemo } from '../support/demo.ts';
import { type Frame, type StreamClient, streamClient } from '../support/stream-client.ts';

let demo: Demo;

beforeEach(async () => {
  demo = await startDemo();
});

afterEach(() => demo.server.kill());

async function onMain(token = demo.token): Promise<StreamClient> {
  const client = await streamClient(demo.origin, token);
  await client.open('main', 'main1');
  return client;
}

const eventsOf = (client: StreamClient) =>
  client.frames.flatMap(({ id, event }) => (event === null ? [] : [`${id} ${event}`]));

const isEvent = (event: string) => (frame: Frame) => frame.event === event;

describe('channels', () => {
  test('are confirmed only when asked with pong', async () => {
    const client = await streamClient(demo.origin, demo.token);
    client.send({ type: 'connect', body: { channel: 'main', id: 'quiet' } });
    client.send({ type: 'connect', body: { channel: 'homeTimeline', id: 'loud', pong: true } });
    await client.settle();
    expect(client.frames.map(({ json }) => json)).toEqual([
      { type: 'connected', body: { id: 'loud' } },
    ]);
    demo.server.test();
    await client.settle();
    expect(eventsOf(client)).toEqual(['quiet notification', 'quiet unreadNotification']);
  });

  test.each([
    ['an unknown channel', { channel: 'nosuchchannel', id: 'x', pong: true }],
    ['a missing parameter', { channel: 'userList', id: 'x', pong: true }],
    ['a list of nobody', { channel: 'userList', id: 'x', params: { listId: 'no' }, pong: true }],
    ['an id that is no string', { channel: 'homeTimeline', id: 7, pong: true }],
    ['params: null', { channel: 'localTimeline', id: 'x', params: null, pong: true }],
    ['a permission that is missing', { channel: 'admin', id: 'x', pong: true }],
    ['a second main', { channel: 'main', id: 'main2', pong: true }],
    ['something else than an object', 'main'],
  ])('are refused without a word: %s', async (_name, body) => {
    const client = await onMain();
    client.send({ type: 'connect', body });
    await client.settle();
    expect(client.frames).toHaveLength(1);
    client.close();
  });

  test('that need an account are refused to nobody', async () => {
    const client = await streamClient(demo.origin, null);
    client.send({ type: 'connect', body: { channel: 'main', id: 'm', pong: true } });
    client.send({ type: 'connect', body: { channel: 'homeTimeline', id: 'h', pong: true } });
    await client.open('localTimeline', 'l');
    demo.server.postNote('akari', { text: 'hello' });
    await client.settle();
    expect(eventsOf(client)).toEqual(['l note']);
    expect(client.frames).toHaveLength(2);
  });

  test('are 32 at most', async () => {
    const client = await streamClient(demo.origin, demo.token);
    for (let number = 1; number <= 32; number += 1)
      await client.open('localTimeline', `c${number}`);
    client.send({ type: 'connect', body: { channel: 'localTimeline', id: 'c33', pong: true } });
    await client.settle();
    expect(client.frames).toHaveLength(32);
  });

  test('main goes on under its dead id after a disconnect', async () => {
    const client = await onMain();
    client.send({ type: 'disconnect', body: { id: 'main1' } });
    await client.open('main', 'main2');
    demo.server.app('hello');
    await client.settle();
    expect(eventsOf(client)).toEqual(['main1 notification', 'main2 notification']);
  });

  test('a timeline that a policy forbids is confirmed and stays mute', async () => {
    demo.server.setPolicies({ ltlAvailable: false });
    const client = await streamClient(demo.origin, demo.token);
    await client.open('localTimeline', 'local1');
    await client.open('homeTimeline', 'home1');
    demo.server.postNote('akari', { text: 'hello' });
    await client.settle();
    expect(eventsOf(client)).toEqual(['home1 note']);
  });

  test('home has followers-only notes and direct ones, local has neither', async () => {
    const client = await streamClient(demo.origin, demo.token);
    await client.open('localTimeline', 'local1');
    await client.open('homeTimeline', 'home1');
    demo.server.postNote('akari', { text: 'for friends', visibility: 'followers' });
    demo.server.dm('akari');
    demo.server.postNote('tenki_bot', { text: 'sunny' });
    await client.settle();
    expect(eventsOf(client)).toEqual(['home1 note', 'home1 note', 'local1 note']);
  });

  test('replies to others stay out of home', async () => {
    const client = await streamClient(demo.origin, demo.token);
    await client.open('homeTimeline', 'home1');
    const noteId = demo.server.postNote('jiho', { text: 'hello' });
    demo.server.postNote('akari', { text: 'hi', replyId: noteId });
    await client.settle();
    expect(eventsOf(client)).toEqual(['home1 note']);
  });

  test('garbage is ignored, and JSON in a binary frame is not', async () => {
    const client = await streamClient(demo.origin, demo.token);
    for (const garbage of ['h', 'ping', '{"type":', '"text"', '[]', 'null', '{"type":"x"}'])
      client.send(garbage);
    const connectMain = { type: 'connect', body: { channel: 'main', id: 'bin', pong: true } };
    client.send(Buffer.from(JSON.stringify(connectMain)));
    await client.settle();
    expect(client.frames.map(({ type }) => type)).toEqual(['connected']);
  });
});

describe('notifications', () => {
  test('come at once, and as unreadNotification two seconds later', async () => {
    const client = await onMain();
    const noteId = demo.server.postNote('minato', { text: 'hello' });
    const { notificationId } = demo.server.react('akari', noteId, ':neko_happy:');
    demo.clock.advance(1999);
    await client.settle();
    expect(eventsOf(client)).toEqual(['main1 notification']);
    demo.clock.advance(1);
    const unread = await client.waitFor(isEvent('unreadNotification'));
    expect(unread.body).toEqual((await client.waitFor(isEvent('notification'))).body);
    expect(unread.body).toMatchObject({ id: notificationId, reaction: ':neko_happy:' });
  });

  test('are not repeated when they were read within the two seconds', async () => {
    const client = await onMain();
    demo.server.mention('akari');
    client.send({ type: 'readNotification', body: {} });
    await client.settle();
    demo.clock.advance(2000);
    await client.settle();
    expect(eventsOf(client)).toEqual([
      'main1 mention',
      'main1 notification',
      'main1 readAllNotifications',
    ]);
  });

  test('of a muted user do not come, but their reply does', async () => {
    const noteId = demo.server.postNote('minato', { text: 'hello' });
    const native = demo.server.issueToken('minato', 'native');
    const { id: userId } = JSON.parse(
      JSON.stringify((await callApi(demo.origin, 'users/show', { username: 'lukas' })).body),
    );
    expect((await callApi(demo.origin, 'mute/create', { userId }, native)).status).toBe(204);
    const client = await onMain();
    expect(demo.server.reply('lukas', noteId).notificationId).toBeNull();
    await client.settle();
    expect(eventsOf(client)).toEqual(['main1 reply']);
  });

  test('of a type that the user switched off are not made', async () => {
    const native = demo.server.issueToken('minato', 'native');
    const notificationRecieveConfig = {
      reaction: { type: 'never' },
      mention: { type: 'following' },
    };
    await callApi(demo.origin, 'i/update', { notificationRecieveConfig }, native);
    const noteId = demo.server.postNote('minato', { text: 'hello' });
    expect(demo.server.react('akari', noteId, '👍').notificationId).toBeNull();
    expect(demo.server.mention('tenki_bot').notificationId).toBeNull();
    expect(demo.server.mention('akari').notificationId).not.toBeNull();
  });

  test('go to all connections of the account', async () => {
    const clients = [await onMain(), await onMain()];
    demo.server.follow('lukas');
    for (const client of clients) {
      await client.settle();
      expect(eventsOf(client)).toEqual(['main1 followed', 'main1 notification']);
    }
  });
});

describe('captures', () => {
  test('are counted: two subscriptions need two ends', async () => {
    const client = await streamClient(demo.origin, demo.token);
    const noteId = demo.server.postNote('akari', { text: 'hello' });
    const body = { id: noteId };
    for (const type of ['subNote', 's', 'unsubNote']) client.send({ type, body });
    await client.settle();
    demo.server.react('jiho', noteId, '👍');
    client.send({ type: 'un', body });
    await client.settle();
    demo.server.react('mei', noteId, '👍');
    await client.settle();
    const { userId } = {
      userId: demo.server.world.notes.get(noteId)?.reactions.keys().next().value,
    };
    expect(client.frames.map(({ json }) => json)).toEqual([
      {
        type: 'noteUpdated',
        body: { id: noteId, type: 'reacted', body: { reaction: '👍', emoji: null, userId } },
      },
    ]);
  });
});

describe('a token', () => {
  test('that is revoked goes on on its open stream and is refused at the next', async () => {
    const client = await onMain();
    demo.server.revokeToken(demo.token);
    demo.server.app('still here');
    await client.waitFor(isEvent('notification'));
    await expect(onMain()).rejects.toThrow('Unexpected server response: 401');
    expect((await callApi(demo.origin, 'i', {}, demo.token)).status).toBe(401);
  });
});

describe('the server', () => {
  test('keeps port and state over a stop and a start', async () => {
    const client = await onMain();
    await demo.server.stop();
    expect(await client.closed).toBe(1006);
    const { notificationId } = demo.server.mention('akari', 'while you were away');
    expect(await demo.server.start()).toBe(demo.origin);
    const again = await onMain();
    demo.clock.advance(2000);
    expect((await again.waitFor(isEvent('unreadNotification'))).body).toMatchObject({
      id: notificationId,
    });
  });

  test('hangs up without a close frame when it is killed', async () => {
    const client = await onMain();
    await demo.server.kill();
    expect(await client.closed).toBe(1006);
    await expect(onMain()).rejects.toThrow('ECONNREFUSED');
  });

  test('can close with a frame, as forks do', async () => {
    const client = await onMain();
    demo.server.closeConnections(1008, 'Please stop.');
    expect(await client.closed).toBe(1008);
  });

  test('pings every minute and hangs up on who does not answer', async () => {
    const client = await streamClient(demo.origin, demo.token, { autoPong: false });
    for (let minute = 0; minute < 2; minute += 1) {
      demo.clock.advance(60_000);
      await client.pinged(minute + 1);
    }
    demo.clock.advance(60_000);
    expect(await client.closed).toBe(1006);
  });

  test('answers pings unless told not to', async () => {
    const client = await onMain();
    await client.settle();
    demo.server.stallPongs(true);
    const answered = client.settle().then(() => true);
    demo.server.sendRaw('{"type":"after"}');
    client.send({ type: 'connect', body: { channel: 'homeTimeline', id: 'h', pong: true } });
    await client.waitFor(({ type }) => type === 'connected');
    await client.waitFor(({ type }) => type === 'after');
    demo.server.dropConnections();
    expect(await Promise.race([answered, client.closed])).toBe(1006);
  });
});
