import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect as connectTcp } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Socket, SocketEnd } from '../../../../src-main/engine/streaming/socket.ts';
import {
  brokenHandshake,
  readText,
  wrongSubprotocol,
  wsSocketOpener,
} from '../../../../src-main/engine/streaming/ws-socket.ts';
import { settle } from '../../../support/fake-clock.ts';

const token = 'secret-token-of-alice';

let http: Server;
let sockets: WebSocketServer;
let upgrades: IncomingMessage[];
let url: string;
/** The server's ends, oldest first. */
let peers: WebSocket[];
let answerUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
let opened: Socket[];

beforeEach(async () => {
  upgrades = [];
  peers = [];
  opened = [];
  http = createServer();
  // The server would deflate: the client must not have asked.
  sockets = new WebSocketServer({ noServer: true, perMessageDeflate: true });
  answerUpgrade = (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (peer) => {
      peer.on('error', () => {});
      peers.push(peer);
    });
  http.on('upgrade', (request, socket, head) => {
    upgrades.push(request);
    socket.on('error', () => {});
    answerUpgrade(request, socket, head);
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  url = `ws://127.0.0.1:${portOf(http)}/streaming`;
});

afterEach(async () => {
  for (const socket of opened) socket.terminate();
  for (const peer of peers) peer.terminate();
  http.closeAllConnections();
  await new Promise((resolve) => {
    http.close(resolve);
  });
});

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}

interface Happened {
  readonly opened: Promise<void>;
  readonly ended: Promise<SocketEnd>;
  readonly ends: SocketEnd[];
  readonly texts: string[];
  readonly alive: () => number;
  /** Waits for that many texts and other signs of life together. */
  readonly heard: (count: number) => Promise<void>;
}

interface Asked {
  readonly maxPayloadBytes?: number;
  readonly token?: string;
  readonly protocols?: readonly string[];
}

function open(options: Asked = {}) {
  const ends: SocketEnd[] = [];
  const texts: string[] = [];
  let alive = 0;
  let onOpen = () => {};
  let onEnd: (end: SocketEnd) => void = () => {};
  const waiting = new Set<() => void>();
  const check = () => {
    for (const look of waiting) look();
  };
  const happened: Happened = {
    opened: new Promise((resolve) => {
      onOpen = resolve;
    }),
    ended: new Promise((resolve) => {
      onEnd = resolve;
    }),
    ends,
    texts,
    alive: () => alive,
    heard: (count) =>
      new Promise((resolve) => {
        waiting.add(() => {
          if (texts.length + alive >= count) resolve();
        });
        check();
      }),
  };
  const socket = wsSocketOpener({
    url: () => url,
    headers: () => ({ authorization: `Bearer ${options.token ?? token}` }),
    ...(options.protocols === undefined ? {} : { protocols: options.protocols }),
    maxPayloadBytes: options.maxPayloadBytes ?? 1024 * 1024,
    read: readText,
  })({
    onOpen,
    onMessage: (text) => {
      texts.push(text);
      check();
    },
    onAlive: () => {
      alive += 1;
      check();
    },
    onEnd: (end) => {
      ends.push(end);
      onEnd(end);
    },
  });
  opened.push(socket);
  return { socket, ...happened };
}

function peer(): WebSocket {
  const last = peers.at(-1);
  if (last === undefined) throw new Error('nobody connected');
  return last;
}

describe('the upgrade', () => {
  test('the header carries the token and the URL does not', async () => {
    await open().opened;
    expect(upgrades[0]?.headers.authorization).toBe(`Bearer ${token}`);
    expect(upgrades[0]?.url).toBe('/streaming');
    expect(upgrades[0]?.rawHeaders.filter((value) => value.includes(token))).toHaveLength(1);
  });

  test('no compression is offered', async () => {
    await open().opened;
    expect(upgrades[0]?.headers['sec-websocket-extensions']).toBeUndefined();
    expect(peer().extensions).toBe('');
  });

  test.each([401, 403, 429, 500, 502, 200, 404])(
    'an answer of %i is a rejection',
    async (status) => {
      answerUpgrade = (_request, socket) => {
        socket.end(`HTTP/1.1 ${status} Whatever\r\nRetry-After: 30\r\nConnection: close\r\n\r\n`);
      };
      const { ended, ends } = open();
      expect(await ended).toEqual({ kind: 'rejected', status, retryAfterMs: 30_000 });
      await settle();
      expect(ends).toHaveLength(1);
    },
  );

  test('without Retry-After nothing is said about when to come back', async () => {
    answerUpgrade = (_request, socket) => socket.end('HTTP/1.1 503 Whatever\r\n\r\n');
    expect(await open().ended).toEqual({ kind: 'rejected', status: 503, retryAfterMs: null });
  });

  test('a redirect is not followed: it could carry the token to another host', async () => {
    answerUpgrade = (_request, socket) =>
      socket.end(`HTTP/1.1 302 Found\r\nLocation: ${url}/elsewhere\r\nContent-Length: 0\r\n\r\n`);
    expect(await open().ended).toEqual({ kind: 'rejected', status: 302, retryAfterMs: null });
    expect(upgrades).toHaveLength(1);
  });

  test('an answer that is no HTTP is an error', async () => {
    answerUpgrade = (_request, socket) => socket.end('hello\r\n\r\n');
    expect(await open().ended).toMatchObject({
      kind: 'error',
      code: expect.stringMatching(/^HPE_/),
    });
  });

  test('a connection that is cut before the answer is an error', async () => {
    answerUpgrade = (_request, socket) => socket.destroy();
    expect(await open().ended).toEqual({ kind: 'error', code: 'ECONNRESET' });
  });

  test('a port where nobody listens is an error', async () => {
    const { port } = new URL(url);
    http.closeAllConnections();
    await new Promise((resolve) => {
      http.close(resolve);
    });
    expect(port).not.toBe('');
    expect(await open().ended).toEqual({ kind: 'error', code: 'ECONNREFUSED' });
  });

  test('a token that no header can carry ends it like any error, and does not throw', async () => {
    const { ended } = open({ token: 'two\nlines' });
    expect(await ended).toEqual({ kind: 'error', code: 'ERR_INVALID_CHAR' });
    expect(upgrades).toEqual([]);
  });
});

describe('the switch to WebSocket', () => {
  /** Answers as a server that switches, with these headers besides. */
  function switchWith(headers: readonly string[], accept?: string) {
    answerUpgrade = (request, socket) => {
      const digest = createHash('sha1')
        .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
        .digest('base64');
      const lines = [
        'HTTP/1.1 101 Switching Protocols',
        'Upgrade: websocket',
        'Connection: Upgrade',
        `Sec-WebSocket-Accept: ${accept ?? digest}`,
        ...headers,
      ];
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
      // Nobody else looks after it.
      socket.resume().on('end', () => socket.destroy());
    };
  }

  test('offers the subprotocols in their order, and takes the one that the server chose', async () => {
    switchWith(['Sec-WebSocket-Protocol: second']);
    await open({ protocols: ['first', 'second'] }).opened;
    expect(upgrades[0]?.headers['sec-websocket-protocol']).toBe('first,second');
  });

  test.each([
    ['none of those that were offered', ['first'], []],
    ['another than was offered', ['first'], ['Sec-WebSocket-Protocol: other']],
    ['one although none was offered', [], ['Sec-WebSocket-Protocol: other']],
  ])('a server that chooses %s ends it', async (_name, protocols, headers) => {
    switchWith(headers);
    const { ended, ends } = open({ protocols });
    expect(await ended).toEqual({ kind: 'error', code: wrongSubprotocol });
    await settle();
    expect(ends).toHaveLength(1);
  });

  test.each([
    ['a wrong proof', [], 'bm90IHRoaXM='],
    [
      'an extension that nobody asked for',
      ['Sec-WebSocket-Extensions: permessage-deflate'],
      undefined,
    ],
  ])('%s is a broken handshake', async (_name, headers, accept) => {
    switchWith(headers, accept);
    expect(await open().ended).toEqual({ kind: 'error', code: brokenHandshake });
  });
});

describe('an open socket', () => {
  test('texts go both ways', async () => {
    const { socket, opened: isOpen, texts, heard } = open();
    await isOpen;
    const received = new Promise<string>((resolve) => {
      peer().on('message', (data) => resolve(String(data)));
    });
    socket.send('hello');
    expect(await received).toBe('hello');
    peer().send('grüße 🔔');
    await heard(1);
    expect(texts).toEqual(['grüße 🔔']);
  });

  test('a binary frame and a ping of the server are signs of life and no text', async () => {
    const { opened: isOpen, texts, alive, heard } = open();
    await isOpen;
    peer().send(Buffer.from('{}'));
    peer().ping();
    await heard(2);
    expect(alive()).toBe(2);
    expect(texts).toEqual([]);
  });

  test('its ping is answered, and the pong is a sign of life', async () => {
    const { socket, opened: isOpen, alive, heard } = open();
    await isOpen;
    socket.ping();
    await heard(1);
    expect(alive()).toBe(1);
  });

  test('a frame of the largest size comes through', async () => {
    const { opened: isOpen, texts, heard } = open({ maxPayloadBytes: 1_000 });
    await isOpen;
    peer().send('x'.repeat(1_000));
    await heard(1);
    expect(texts[0]).toHaveLength(1_000);
  });

  test('a larger frame ends it with an error, once', async () => {
    const { opened: isOpen, ended, ends, texts } = open({ maxPayloadBytes: 1_000 });
    await isOpen;
    const gone = new Promise((resolve) => {
      peer().on('close', resolve);
    });
    peer().send('x'.repeat(1_001));
    expect(await ended).toEqual({ kind: 'error', code: 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' });
    await gone;
    expect(ends).toHaveLength(1);
    expect(texts).toEqual([]);
  });

  test('text that is not UTF-8 ends it with an error', async () => {
    const { opened: isOpen, ended } = open();
    await isOpen;
    peer().send(Buffer.from([0xff, 0xfe]), { binary: false });
    expect(await ended).toEqual({ kind: 'error', code: 'WS_ERR_INVALID_UTF8' });
  });

  test('a server that goes away is a close with 1006', async () => {
    const { opened: isOpen, ended } = open();
    await isOpen;
    peer().terminate();
    expect(await ended).toEqual({ kind: 'closed', code: 1006 });
  });

  test('a fork that says why is heard', async () => {
    const { opened: isOpen, ended } = open();
    await isOpen;
    peer().close(1008, 'Please stop spamming the streaming API.');
    expect(await ended).toEqual({ kind: 'closed', code: 1008 });
  });
});

describe('terminate leaves nothing', () => {
  test('of an open socket: the server sees it gone, and no handler is called', async () => {
    const { socket, opened: isOpen, ends, texts } = open();
    await isOpen;
    const gone = new Promise((resolve) => {
      peer().on('close', resolve);
    });
    peer().send('on its way');
    socket.terminate();
    await gone;
    await settle();
    expect(ends).toEqual([]);
    expect(texts).toEqual([]);
    socket.send('nobody there');
    socket.ping();
    socket.terminate();
  });

  test('of one whose upgrade was not answered yet', async () => {
    const asked = new Promise<Duplex>((resolve) => {
      answerUpgrade = (_request, socket) => resolve(socket);
    });
    const { socket, ends } = open();
    const held = await asked;
    const gone = new Promise((resolve) => {
      held.on('end', resolve);
    });
    held.resume();
    socket.terminate();
    await gone;
    held.destroy();
    await settle();
    expect(ends).toEqual([]);
  });

  test('of one that was just begun', async () => {
    const { socket, ends } = open();
    socket.terminate();
    // Connections are accepted in order: when this one is, the one before would have been.
    await new Promise<void>((resolve) => {
      const probe = connectTcp(Number(new URL(url).port), '127.0.0.1', () => {
        probe.destroy();
        resolve();
      });
    });
    await settle();
    expect(ends).toEqual([]);
    expect(upgrades).toEqual([]);
  });

  test('what is sent before it is open is dropped, not thrown', async () => {
    const { socket, opened: isOpen } = open();
    socket.send('too early');
    socket.ping();
    await isOpen;
  });
});
