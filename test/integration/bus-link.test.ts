import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dialBus } from '../../src-main/desktop/bus/bus-link.ts';

let folder: string;
let server: Server;
let address: string;
const clients = new Set<Socket>();

/** A bus that lets everybody in, and then sends these bytes. */
function sendsAfterLogin(bytes: Buffer): Promise<void> {
  server = createServer((client) => {
    clients.add(client);
    client.on('error', () => {});
    client.on('data', (chunk) => {
      if (chunk.includes('AUTH')) client.write('OK 0123456789abcdef\r\n');
      if (chunk.includes('BEGIN')) client.write(bytes);
    });
  });
  return new Promise((resolve) => server.listen(join(folder, 'bus'), resolve));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suzu-bus-'));
  address = `unix:path=${join(folder, 'bus')}`;
});
afterEach(async () => {
  for (const client of clients) client.destroy();
  clients.clear();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

/** The head of a message (little-endian) that says how long it goes on, in bytes. */
function head(bodyBytes: number, fieldBytes: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.write('l', 0, 'latin1');
  bytes.writeUInt8(4, 1);
  bytes.writeUInt8(1, 3);
  bytes.writeUInt32LE(bodyBytes, 4);
  bytes.writeUInt32LE(1, 8);
  bytes.writeUInt32LE(fieldBytes, 12);
  return bytes;
}

test.each([
  ['fields of a type that there is not', Buffer.concat([head(0, 16), Buffer.alloc(16, 0xff)])],
  ['a message that is longer than any may be', Buffer.concat([head(0xffff_fff0, 16)])],
  ['text', Buffer.from('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'.repeat(4))],
])('a bus that sends %s is left, and nothing else breaks', async (_what, bytes) => {
  await sendsAfterLogin(bytes);
  const reason = await new Promise<string>((resolve) => {
    dialBus(address, { onMessage: () => {}, onDown: resolve });
  });
  expect(reason).not.toBe('');
});
