import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Network } from '../../src-main/desktop/network/network.ts';
import type { ProxySettings } from '../../src-main/engine/settings/settings.ts';
import {
  connectProxy,
  type ProxyServerForTests,
  socksProxy,
  tlsFront,
} from '../support/proxy-server.ts';
import { type RawServer, rawServer } from '../support/raw-server.ts';
import { bare, chunk, chunkedHead, lastChunk, streamHead } from '../support/sse-bench.ts';
import { testAuthority, testServer } from '../support/test-certificates.ts';
import { testNetwork } from '../support/test-network.ts';

let server: RawServer;
const ends: (() => unknown)[] = [];

beforeEach(async () => {
  server = await rawServer();
});

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await server.close();
});

/** Opens a stream that the test ends. */
async function open(network: Network, url = `${server.origin}/`) {
  const abort = new AbortController();
  ends.push(() => abort.abort());
  const response = await network.streamFetch(url, { signal: abort.signal });
  if (response.body === null) throw new Error('there is no body');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  return {
    abort,
    /** The next piece of the answer; null at its end. */
    next: async () => (await reader.read()).value ?? null,
  };
}

test('each stream has a connection of its own, and there may be many', async () => {
  server.answer = (request) => request.write(streamHead);
  const network = testNetwork();
  for (let count = 0; count < 20; count += 1) await open(network);
  expect(server.open).toBe(20);
});

test('a connection ends with its stream, whatever the server offers', async () => {
  server.answer = (request) =>
    request.write(
      chunkedHead.replace('\r\n\r\n', '\r\nConnection: keep-alive\r\n\r\n') +
        chunk('a') +
        lastChunk,
    );
  const { next } = await open(testNetwork());
  expect([await next(), await next()]).toEqual(['a', null]);
  await server.allClosed();
});

test('a connection ends when nobody wants the stream any more', async () => {
  server.answer = (request) => request.write(streamHead);
  const { abort, next } = await open(testNetwork());
  await (await server.request(0)).write('a');
  expect(await next()).toBe('a');
  abort.abort();
  await expect(next()).rejects.toThrow();
  await server.allClosed();
});

test('redirects are handed to whoever asked', async () => {
  server.answer = (request) => request.write(bare('302 Go', 'Location: /elsewhere'));
  const response = await testNetwork().streamFetch(`${server.origin}/`, {});
  expect([response.status, response.headers.get('location')]).toEqual([302, '/elsewhere']);
  await response.body?.cancel();
});

test.each([
  ['gzip', () => createGzip({ flush: constants.Z_SYNC_FLUSH })],
  [
    'br',
    () =>
      createBrotliCompress({
        flush: constants.BROTLI_OPERATION_FLUSH,
        params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
      }),
  ],
])('what comes as %s is there as soon as the server has sent it', async (encoding, make) => {
  server.answer = async (request) => {
    await request.write(
      streamHead.replace('\r\n\r\n', `\r\nContent-Encoding: ${encoding}\r\n\r\n`),
    );
    const compressor = make();
    compressor.on('data', (bytes: Buffer) => void request.write(bytes));
    say = (text) => void compressor.write(text);
  };
  let say: (text: string) => void = () => {};
  const { next } = await open(testNetwork());
  // Each is asked for only after the one before it was read.
  for (const text of ['data: one\n\n', 'data: two\n\n', 'data: three\n\n']) {
    say(text);
    let heard = '';
    while (heard.length < text.length) heard += await next();
    expect(heard).toBe(text);
  }
});

test('what nobody reads yet stays with the server', async () => {
  const most = 64 * 1024 * 1024;
  let sent = 0;
  server.answer = async (request) => {
    await request.write(streamHead);
    const piece = Buffer.alloc(256 * 1024, 'x');
    while (sent < most && !request.socket.destroyed) {
      await request.write(piece);
      sent += piece.length;
    }
    request.socket.end();
  };
  const abort = new AbortController();
  ends.push(() => abort.abort());
  const { body } = await testNetwork().streamFetch(`${server.origin}/`, { signal: abort.signal });
  let read = 0;
  let ahead = 0;
  for await (const bytes of body ?? []) {
    read += bytes.length;
    ahead = Math.max(ahead, sent - read);
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(read).toBeGreaterThanOrEqual(most);
  // The system's own buffers, which are some megabytes on loopback.
  expect(ahead).toBeLessThan(24 * 1024 * 1024);
});

describe.skipIf(process.platform !== 'linux')('a peer that is gone without a word', () => {
  const established = '01';
  /** What Linux says of the connection from that port: 2 = it asks for a sign of life once the time has come. */
  async function timerOf(port: number): Promise<number | null> {
    const from = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
    for (const line of (await readFile('/proc/net/tcp', 'utf8')).split('\n')) {
      const [, local, , state, , timer = ''] = line.trim().split(/\s+/);
      if (local?.endsWith(from) && state === established) return Number.parseInt(timer, 16);
    }
    return null;
  }

  test('is asked by TCP', async () => {
    server.answer = (request) => request.write(streamHead);
    await open(testNetwork());
    const { socket } = await server.request(0);
    expect(await timerOf(socket.remotePort ?? 0)).toBe(2);
  });

  test.each([
    ['an HTTP proxy', 'http', connectProxy],
    ['a SOCKS5 proxy', 'socks5', socksProxy],
  ] as const)('is asked by TCP where it is %s', async (_name, scheme, make) => {
    server.answer = (request) => request.write(streamHead);
    const proxy = await make(new Map([['feed.example:80', server.port]]));
    ends.push(() => proxy.stop());
    const network = testNetwork({ settings: () => by(scheme, proxy, []) });
    await network.apply();
    await open(network, 'http://feed.example/');
    expect(proxy.clients).toHaveLength(1);
    expect(await timerOf(proxy.clients[0] ?? 0)).toBe(2);
  });
});

const by = (scheme: string, { port }: ProxyServerForTests, certificates: readonly string[]) => {
  const proxy: ProxySettings = {
    mode: 'manual',
    server: `${scheme}://127.0.0.1:${port}`,
    bypass: '',
  };
  return { proxy, certificates };
};

describe.each([
  ['an HTTP proxy', 'http', (to: ReadonlyMap<string, number>) => connectProxy(to)],
  ['a SOCKS5 proxy', 'socks5', (to: ReadonlyMap<string, number>) => socksProxy(to)],
  ['an HTTPS proxy', 'https', (to: ReadonlyMap<string, number>) => connectProxy(to, testServer)],
] as const)('through %s', (_name, scheme, make) => {
  test.each(['http', 'https'])('%s: events come as they are sent', async (protocol) => {
    const folder = await mkdtemp(join(tmpdir(), 'suzu-streams-'));
    ends.push(() => rm(folder, { recursive: true }));
    const authority = join(folder, 'authority.pem');
    await writeFile(authority, testAuthority);
    const front = await tlsFront(testServer, server.port);
    ends.push(() => front.close());
    const proxy = await make(
      new Map([
        ['example.social:80', server.port],
        ['example.social:443', front.port],
      ]),
    );
    ends.push(() => proxy.stop());
    const network = testNetwork({ settings: () => by(scheme, proxy, [authority]) });
    await network.apply();

    server.answer = (request) => request.write(streamHead);
    const { abort, next } = await open(network, `${protocol}://example.social/`);
    const request = await server.request(0);
    for (const text of ['data: one\n\n', 'data: two\n\n']) {
      await request.write(text);
      expect(await next()).toBe(text);
    }
    expect(proxy.asked).toHaveLength(1);
    abort.abort();
    await server.allClosed();
  });
});
