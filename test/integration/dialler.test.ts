import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createDialler, dialTimes } from '../../src-main/desktop/network/dialler.ts';
import type { ProxyRoute } from '../../src-main/desktop/network/proxy-route.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { connectProxy } from '../support/proxy-server.ts';

const ends: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A server that takes connections and never says a word; `heard` resolves when it is spoken to. */
async function silentServer() {
  let onHeard = () => {};
  const heard = new Promise<void>((resolve) => {
    onHeard = resolve;
  });
  const server = createServer((socket) => {
    socket.on('error', () => {}).once('data', () => onHeard());
    ends.push(() => void socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return { port: address.port, heard };
}

test('a server that says nothing behind a proxy is not taken for a proxy that is away', async () => {
  const clock = fakeClock();
  const silent = await silentServer();
  const proxy = await connectProxy(new Map([['example.social:443', silent.port]]));
  ends.push(() => proxy.stop());
  const route: ProxyRoute = { kind: 'http', host: '127.0.0.1', port: proxy.port };
  const dialler = createDialler({
    clock,
    routes: async () => [route, { kind: 'direct' }],
    credentials: async () => null,
    onPasswordWanted: () => {},
    trust: { context: async () => undefined, extend: async () => false },
  });
  const dialled = dialler
    .dial({
      host: 'example.social',
      port: 443,
      lookup: undefined,
      isSecure: true,
      servername: 'example.social',
    })
    .catch((error: unknown) => error);
  await silent.heard;
  await clock.advance(dialTimes.withOthers);
  expect(await dialled).toMatchObject({ code: 'ETIMEDOUT' });
  expect(proxy.asked).toEqual(['example.social:443']);
});
