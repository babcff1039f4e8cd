import { lookup } from 'node:dns';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type HttpServer, httpServer } from '../support/http-server.ts';
import { testNetwork } from '../support/test-network.ts';

let server: HttpServer;

beforeEach(async () => {
  server = await httpServer();
});

afterEach(() => server.close());

const text = 'A note. '.repeat(10_000);
const ask = (init: RequestInit = {}) => testNetwork().fetch(`${server.origin}/`, init);

test.each([
  ['gzip', gzipSync(text)],
  ['br', brotliCompressSync(text)],
  ['identity', Buffer.from(text)],
])('an answer that comes as %s is read', async (encoding, body) => {
  server.answer = (response) => response.setHeader('content-encoding', encoding).end(body);
  expect(await (await ask()).text()).toBe(text);
  expect(server.requests[0]?.request.headers['accept-encoding']).toBe('gzip, br');
});

test('pictures are asked for as they are: they are compressed already', async () => {
  server.answer = (response) => response.end('x');
  await testNetwork().mediaFetch(() => lookup)(`${server.origin}/`, {});
  expect(server.requests[0]?.request.headers['accept-encoding']).toBe('identity');
});

test.each([
  ['cut off', gzipSync(text).subarray(0, 60)],
  ['none', Buffer.from('not compressed at all')],
])('a compressed answer that is %s fails, and stops nothing', async (_what, body) => {
  server.answer = (response) => response.setHeader('content-encoding', 'gzip').end(body);
  await expect((await ask()).text()).rejects.toThrow();
});

test('whoever asked may stop waiting, before the answer and in the middle of it', async () => {
  const early = new AbortController();
  server.answer = () => early.abort();
  await expect(ask({ signal: early.signal })).rejects.toThrow('abort');

  const late = new AbortController();
  server.answer = (response) => void response.write('half of');
  const response = await ask({ signal: late.signal });
  late.abort();
  await expect(response.text()).rejects.toThrow();
});

test('redirects are handed to whoever asked, and answers without a body are read', async () => {
  server.answer = (response) => response.writeHead(302, { location: '/elsewhere' }).end();
  expect((await ask()).headers.get('location')).toBe('/elsewhere');
  server.answer = (response) => response.writeHead(204).end();
  expect(await (await ask()).text()).toBe('');
});

test('connections are used again', async () => {
  const network = testNetwork();
  const ports = new Set<number | undefined>();
  server.answer = (response, request) => {
    ports.add(request.socket.remotePort);
    response.end('x');
  };
  for (let count = 0; count < 3; count += 1) {
    await (await network.fetch(`${server.origin}/`, {})).text();
  }
  expect(ports.size).toBe(1);
});
