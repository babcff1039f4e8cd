import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { streamOpener } from '../../../../../src-main/engine/misskey/link/stream-opener.ts';
import type { SocketEnd } from '../../../../../src-main/engine/streaming/socket.ts';

const quiet = { onOpen: () => {}, onMessage: () => {}, onAlive: () => {}, onEnd: () => {} };

let server: Server;
let port: number;
let firstBytes: Promise<Buffer>;

beforeEach(async () => {
  server = createServer();
  firstBytes = new Promise((resolve) => {
    server.on('connection', (socket) => {
      socket.on('error', () => {});
      socket.once('data', (bytes) => {
        resolve(bytes);
        socket.destroy();
      });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  port = address !== null && typeof address === 'object' ? address.port : 0;
});

afterEach(() => server.close());

test('an http origin is asked in the clear, at /streaming, with the token in the header', async () => {
  const socket = streamOpener('Suzu/1.2.3')(`http://127.0.0.1:${port}`, 'a-token')(quiet);
  const request = String(await firstBytes);
  socket.terminate();
  expect(request).toMatch(/^GET \/streaming HTTP\/1\.1\r\n/);
  expect(request).toMatch(/\r\nauthorization: Bearer a-token\r\n/i);
  expect(request).toMatch(/\r\nuser-agent: Suzu\/1\.2\.3\r\n/i);
  expect(request.split('a-token')).toHaveLength(2);
});

test('an https origin is asked over TLS: the token is not seen', async () => {
  const socket = streamOpener('Suzu/1.2.3')(`https://127.0.0.1:${port}`, 'a-token')(quiet);
  const hello = await firstBytes;
  socket.terminate();
  // A TLS handshake record.
  expect(hello[0]).toBe(0x16);
  expect(hello.toString('latin1')).not.toContain('a-token');
});

test('a frame of 8 MiB comes through, and one byte more ends the socket', async () => {
  const frames = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => {
    frames.on('listening', resolve);
  });
  const address = frames.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const largest = 8 * 1024 * 1024;
  frames.on('connection', (peer) => {
    peer.on('error', () => {});
    peer.send('x'.repeat(largest));
    peer.send('x'.repeat(largest + 1));
  });
  const lengths: number[] = [];
  const end = await new Promise<SocketEnd>((resolve) => {
    streamOpener('Suzu/1.2.3')(origin, 'a-token')({
      ...quiet,
      onMessage: (text) => void lengths.push(text.length),
      onEnd: resolve,
    });
  });
  frames.close();
  expect(lengths).toEqual([largest]);
  expect(end).toEqual({ kind: 'error', code: 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' });
});
