import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RawData, WebSocket } from 'ws';
import { callApi, type Demo, startDemo } from '../support/demo.ts';
import { streamClient } from '../support/stream-client.ts';

let demo: Demo;

beforeEach(async () => {
  demo = await startDemo();
});

afterEach(() => demo.server.kill());

const minute = 60_000;

/** Asks for an upgrade, and leaves it open. */
async function upgrade(path: string): Promise<Socket> {
  const { hostname, port } = new URL(demo.origin);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  return socket;
}

async function answerTo(path: string): Promise<string> {
  const socket = await upgrade(path);
  const [chunk] = await once(socket, 'data');
  socket.destroy();
  return String(chunk).split('\r\n\r\n')[0] ?? '';
}

describe('as Sharkey', () => {
  beforeEach(() => demo.server.behaveAs('sharkey'));

  test('answers 429 to upgrades quicker than one a second, or twenty a minute', async () => {
    expect(await answerTo('/streaming')).toContain('101');
    expect(await answerTo('/streaming')).toBe('HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1');
    for (let n = 1; n < 20; n += 1) {
      demo.clock.advance(1_000);
      expect(await answerTo('/streaming')).toContain('101');
    }
    demo.clock.advance(1_000);
    expect(await answerTo('/streaming')).toContain('Retry-After: 40');
    demo.clock.advance(minute);
    expect(await answerTo('/streaming')).toContain('101');
  });

  test('drops what is beyond a hundred messages a second, and closes on a flood', async () => {
    const client = await streamClient(demo.origin, demo.token);
    for (let n = 0; n < 100; n += 1) client.send({ type: 'nothing' });
    client.send({ type: 'connect', body: { channel: 'main', id: 'late', pong: true } });
    await client.settle();
    expect(client.frames).toEqual([]);
    demo.clock.advance(1_000);
    await client.open('main', 'main');
    for (let n = 0; n < 4_096; n += 1) client.send({ type: 'nothing' });
    expect(await client.closed).toBe(1008);
  });
});

describe('as 12.119', () => {
  beforeEach(() => demo.server.behaveAs('v12'));

  test('reads the token in the address alone, and leaves a bad one without an answer', async () => {
    const asGuest = await streamClient(demo.origin, demo.token);
    asGuest.send({ type: 'connect', body: { channel: 'main', id: 'main', pong: true } });
    await asGuest.open('localTimeline', 'local');
    expect(asGuest.frames.map(({ body }) => body)).toEqual([{ id: 'local' }]);
    expect(await answerTo(`/streaming?i=${demo.token}`)).toContain('101');
    const unanswered = await upgrade('/streaming?i=nonsense');
    const ended = once(unanswered, 'close');
    await expect.poll(() => demo.server.upgrades.at(-1)?.status).toBe(0);
    expect(unanswered.bytesRead).toBe(0);
    await demo.server.stop();
    await ended;
  });

  test('turns away who is suspended with 400, and a bad token of a call with 403', async () => {
    expect(await callApi(demo.origin, 'i', { i: 'nonsense' })).toMatchObject({
      status: 403,
      body: { error: { code: 'AUTHENTICATION_FAILED' } },
    });
    demo.server.suspend('minato');
    expect(await answerTo(`/streaming?i=${demo.token}`)).toContain('400');
  });

  test('never pings, and answers the text ping with the text pong', async () => {
    const socket = new WebSocket(`${demo.origin.replace('http', 'ws')}/streaming`);
    const heard: string[] = [];
    socket.on('ping', () => heard.push('a ping'));
    socket.on('message', (data: RawData) => heard.push(String(data)));
    await once(socket, 'open');
    demo.clock.advance(5 * minute);
    socket.send('ping');
    await once(socket, 'message');
    expect(heard).toEqual(['pong']);
    socket.terminate();
  });

  test('has emojis as lists, and nothing that came later', async () => {
    const { body } = await callApi(demo.origin, 'i', {}, demo.token);
    expect(body).toMatchObject({ username: 'minato', emojis: [] });
    for (const later of ['policies', 'roles', 'unreadNotificationsCount', 'unreadAnnouncements']) {
      expect(body).not.toHaveProperty(later);
    }
    expect(await callApi(demo.origin, 'emojis')).toMatchObject({ status: 404, body: null });
    expect((await callApi(demo.origin, 'meta')).body).toMatchObject({
      version: '12.119.2',
      emojis: expect.arrayContaining([expect.objectContaining({ name: 'suzu' })]),
    });
    const client = await streamClient(demo.origin, null);
    client.send({ type: 'connect', body: { channel: 'roleTimeline', id: 'no', pong: true } });
    await client.open('globalTimeline', 'yes');
    expect(client.frames.map(({ body: told }) => told)).toEqual([{ id: 'yes' }]);
    client.close();
  });
});

test('as CherryPick, a direct note is told apart twice over', async () => {
  demo.server.behaveAs('cherrypick');
  const client = await streamClient(demo.origin, demo.token);
  await client.open('main', 'main');
  demo.server.dm('akari', 'for you');
  await client.waitFor(({ event }) => event === 'notification');
  expect(client.frames.flatMap(({ event }) => event ?? [])).toEqual([
    'mention',
    'unreadMention',
    'unreadSpecifiedNote',
    'notification',
  ]);
});
