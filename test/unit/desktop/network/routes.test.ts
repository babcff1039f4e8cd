import { expect, test } from 'vitest';
import { writtenList } from '../../../../src-main/desktop/network/proxy-route.ts';
import { createRoutes, routeTimes } from '../../../../src-main/desktop/network/routes.ts';
import { silentLog } from '../../../../src-main/engine/log.ts';
import type { ProxySettings } from '../../../../src-main/engine/settings/settings.ts';
import { NetworkError } from '../../../../src-main/engine/streaming/network-problem.ts';
import { fakeClock, settle } from '../../../support/fake-clock.ts';

const url = 'https://example.social/';

/** What Chromium and the script's server would answer. */
function bench(proxy: ProxySettings) {
  const clock = fakeClock();
  const world = {
    takes: async (): Promise<void> => {},
    answer: async (): Promise<string> => 'PROXY a.example:8080',
    loads: async (): Promise<string> => 'script',
  };
  const asked: string[] = [];
  const sources: unknown[] = [];
  const routes = createRoutes(proxy, {
    clock,
    log: silentLog,
    loadScript: () => world.loads(),
    chromium: {
      use: async (source) => {
        await world.takes();
        sources.push(source);
      },
      resolve: (of) => {
        asked.push(of);
        return world.answer();
      },
    },
  });
  const of = (to = url) =>
    routes(to).then(writtenList, (error: unknown) =>
      error instanceof NetworkError ? error.problem : String(error),
    );
  return { clock, world, asked, sources, of };
}

const never = () => new Promise<string>(() => {});

test('the system is asked, and believed for a moment', async () => {
  const { clock, asked, sources, of } = bench({ mode: 'system' });
  expect(await of()).toBe('PROXY a.example:8080');
  await of();
  expect(asked).toEqual([url]);
  await of('https://other.example/');
  await clock.advance(routeTimes.believed);
  await of();
  expect(asked).toEqual([url, 'https://other.example/', url]);
  expect(sources).toEqual(['system']);
});

test('a system that fails, stays silent or talks nonsense leaves it straight', async () => {
  const { clock, world, of } = bench({ mode: 'system' });
  world.answer = () => Promise.reject(new Error('no'));
  expect(await of()).toBe('DIRECT');
  world.answer = async () => 'nonsense';
  expect(await of()).toBe('DIRECT');
  world.answer = never;
  const late = of('https://other.example/');
  await settle();
  await clock.advance(routeTimes.patience);
  expect(await late).toBe('DIRECT');
  expect(clock.pending).toBe(0);
});

test('a system that cannot be asked at first is asked again', async () => {
  const { world, of } = bench({ mode: 'system' });
  world.takes = () => Promise.reject(new Error('no'));
  expect(await of()).toBe('DIRECT');
  world.takes = async () => {};
  expect(await of()).toBe('PROXY a.example:8080');
});

test('a script is loaded once, and again some time after it could not be', async () => {
  const { clock, world, sources, of } = bench({ mode: 'pac', url: 'https://a.example/p.pac' });
  world.loads = () => Promise.reject(new NetworkError('proxy-settings'));
  expect(await of()).toBe('proxy-settings');
  world.loads = async () => 'script';
  expect(await of()).toBe('proxy-settings');
  await clock.advance(routeTimes.scriptAgain);
  expect(await of()).toBe('PROXY a.example:8080');
  expect(sources).toEqual([{ script: 'script' }]);
});

test('a script that does not answer leads nowhere, rather than around the proxy', async () => {
  const { clock, world, of } = bench({ mode: 'pac', url: 'https://a.example/p.pac' });
  world.answer = never;
  const late = of();
  await settle();
  await clock.advance(routeTimes.patience);
  expect(await late).toBe('proxy-settings');
});

test.each<ProxySettings>([
  { mode: 'system' },
  { mode: 'pac', url: 'https://a.example/p.pac' },
  { mode: 'manual', server: 'http://a.example:8080', bypass: '' },
])('this computer itself is never reached through a proxy (%j)', async (proxy) => {
  const { asked, of } = bench(proxy);
  expect(await of('http://127.0.0.1:3000/')).toBe('DIRECT');
  expect(await of('http://[::1]:3000/')).toBe('DIRECT');
  expect(asked).toEqual([]);
});

test('a proxy of one’s own is used for all but what is listed', async () => {
  const { of } = bench({ mode: 'manual', server: 'socks5://a.example', bypass: 'intra.example' });
  expect(await of()).toBe('SOCKS5 a.example:1080');
  expect(await of('https://wiki.intra.example/')).toBe('DIRECT');
});
