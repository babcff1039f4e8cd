import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DemoServer } from '../../src-main/demo/server.ts';
import { dialTimes } from '../../src-main/desktop/network/dialler.ts';
import type { Network } from '../../src-main/desktop/network/network.ts';
import type { Server } from '../../src-main/engine/misskey/api/server-name.ts';
import type { NetworkSettings, ProxySettings } from '../../src-main/engine/settings/settings.ts';
import { systemClock } from '../../src-main/engine/streaming/clock.ts';
import { problemOf } from '../../src-main/engine/streaming/network-problem.ts';
import { fakeClock } from '../support/fake-clock.ts';
import {
  emptyProfile,
  type LiveEngine,
  liveDemoServer,
  liveEngine,
} from '../support/live-engine.ts';
import { type MemoryLog, memoryLog } from '../support/memory-log.ts';
import {
  connectProxy,
  type ProxyServerForTests,
  socksProxy,
  tlsFront,
} from '../support/proxy-server.ts';
import {
  expiredServer,
  selfSignedServer,
  testAuthority,
  testServer,
} from '../support/test-certificates.ts';
import { testNetwork } from '../support/test-network.ts';

const example: Server = { origin: 'https://example.social', host: 'example.social' };

let folder: string;
let demo: DemoServer;
let demoPort: number;
let targets: Map<string, number>;
let authorityFile: string;
let settings: NetworkSettings;
let network: Network;
let log: MemoryLog;
let ways: number;
/** What Chromium would say. */
let systemProxy: string;
let systemStore: readonly string[];
const hidden: string[] = [];
const kept = new Map<string, string>();
/** Until when the keyring thinks about a secret, by its id. */
const thinking = new Map<string, Promise<void>>();
const ends: (() => void | Promise<void>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suzu-network-'));
  demo = liveDemoServer();
  demoPort = Number(new URL(await demo.start()).port);
  const front = await tlsFront(testServer, demoPort);
  targets = new Map([['example.social:443', front.port]]);
  authorityFile = join(folder, 'authority.pem');
  await writeFile(authorityFile, testAuthority);
  settings = { proxy: { mode: 'direct' }, certificates: [authorityFile] };
  log = memoryLog();
  ways = 0;
  systemProxy = 'DIRECT';
  systemStore = [];
  hidden.length = 0;
  kept.clear();
  thinking.clear();
  network = testNetwork({
    log,
    settings: () => settings,
    chromium: () => ({ use: async () => {}, resolve: async () => systemProxy }),
    secrets: {
      load: async (id) => {
        await thinking.get(id);
        return kept.get(id) ?? null;
      },
      save: async (id, secret) => void kept.set(id, secret),
      forget: async (id) => void kept.delete(id),
    },
    hide: (secret) => void hidden.push(secret),
    systemCertificates: async () => systemStore,
    onProxyCleaned: (proxy) => {
      settings = { ...settings, proxy };
    },
    onWay: () => {
      ways += 1;
    },
  });
  ends.push(
    () => rm(folder, { recursive: true }),
    () => demo.kill(),
    () => front.close(),
  );
});

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function use(changes: Partial<NetworkSettings>): Promise<void> {
  settings = { ...settings, ...changes };
  await network.apply();
}

const manual = (server: string, bypass = ''): ProxySettings => ({ mode: 'manual', server, bypass });

async function proxy(
  make: (to: typeof targets) => Promise<ProxyServerForTests> = (to) => connectProxy(to),
): Promise<ProxyServerForTests> {
  const made = await make(targets);
  ends.push(() => made.stop());
  return made;
}

/** What asking the server over the network comes to: its status, or what is the matter. */
const ask = (url = 'https://example.social/api/meta', by = network.fetch) =>
  by(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }).then(
    async (response) => {
      await response.text();
      return response.status;
    },
    (error: unknown) => problemOf(error) ?? 'failed',
  );

function engine(): LiveEngine {
  const made = liveEngine(emptyProfile(folder), systemClock, network);
  ends.push(() => made.stop());
  return made;
}

test.each([
  ['an HTTP proxy', 'http', connectProxy],
  ['a SOCKS5 proxy', 'socks5', socksProxy],
] as const)(
  '%s carries the sign-in and the stream, and the stream is there again once it is',
  async (_name, scheme, make) => {
    const between = await proxy((to) => make(to));
    await use({ proxy: manual(`${scheme}://127.0.0.1:${between.port}`) });
    const { accounts, signIn, waitFor, waitForState } = engine();
    expect(await signIn.withToken('example.social', demo.issueToken(demo.account))).toBeNull();
    const id = await waitFor(() => accounts.all()[0]?.stored.id);
    await waitForState(id, 'online');
    expect(new Set(between.asked)).toEqual(new Set(['example.social:443']));

    await between.stop();
    await waitForState(id, 'waiting');
    await waitFor(() => {
      const state = accounts.get(id)?.state;
      return state?.name === 'waiting' && state.reason === 'proxy-unreachable';
    });
    await between.start();
    accounts.nudge();
    await waitForState(id, 'online');
  },
);

describe.each([
  ['an HTTP proxy', 'http', (to: typeof targets) => connectProxy(to)],
  ['a SOCKS5 proxy', 'socks5', (to: typeof targets) => socksProxy(to)],
  ['an HTTPS proxy', 'https', (to: typeof targets) => connectProxy(to, testServer)],
] as const)('%s', (_name, scheme, make) => {
  test('that wants a password gets it, and is told apart from one that refuses', async () => {
    const between = await proxy(make);
    between.password = 'alice:pass:wörd';
    await use({ proxy: manual(`${scheme}://127.0.0.1:${between.port}`) });
    expect(await ask()).toBe('proxy-password');
    expect(network.state).toMatchObject({
      proxy: `127.0.0.1:${between.port}`,
      proxyUser: null,
      wantsPassword: true,
    });

    const name = `127.0.0.1:${between.port}`;
    await network.setPassword(name, { name: 'alice', password: 'wrong' });
    expect(await ask()).toBe('proxy-password');
    await network.setPassword(name, { name: 'alice', password: 'pass:wörd' });
    expect(await ask()).toBe(200);
    expect(network.state).toMatchObject({ proxyUser: 'alice', wantsPassword: false });
    expect(hidden).toContain('pass:wörd');
    expect([...kept.keys()]).toEqual([`proxy:${name}`]);
    expect(JSON.stringify(log.lines)).not.toContain('wörd');

    between.refusal = scheme === 'socks5' ? 2 : 403;
    expect(await ask('https://example.social:444/')).toBe('proxy-refused');
    await network.setPassword(name, null);
    expect(kept.size).toBe(0);
  });

  test('that does not get through to the server is well itself', async () => {
    const between = await proxy(make);
    await use({ proxy: manual(`${scheme}://127.0.0.1:${between.port}`) });
    expect(await ask('https://nowhere.example/')).toBe('failed');
  });
});

describe('a proxy', () => {
  test('that is none, or in whose place something else is, has words of its own', async () => {
    await use({ proxy: manual('ftp://proxy.example') });
    expect(await ask()).toBe('proxy-settings');
    // A server that speaks neither.
    await use({ proxy: manual(`socks5://127.0.0.1:${demoPort}`) });
    expect(await ask()).toBe('proxy-settings');
  });

  test('over TLS is checked as servers are', async () => {
    const between = await proxy((to) => connectProxy(to, selfSignedServer));
    await use({ proxy: manual(`https://127.0.0.1:${between.port}`) });
    expect(await ask()).toBe('proxy-certificate');
    expect(between.asked).toEqual([]);
  });

  test('is not gone through to what needs none, nor to this computer', async () => {
    const between = await proxy();
    await use({ proxy: manual(`http://127.0.0.1:${between.port}`, '127.0.0.1, .internal') });
    expect(await ask(`http://127.0.0.1:${demoPort}/api/meta`)).toBe(200);
    expect(await ask()).toBe(200);
    expect(between.asked).toEqual(['example.social:443']);
  });

  test('of the system’s list that cannot be reached leaves it to the next', async () => {
    const [gone, there] = [await proxy(), await proxy()];
    await gone.stop();
    systemProxy = `PROXY 127.0.0.1:${gone.port}; SOCKS5 127.0.0.1:1; PROXY 127.0.0.1:${there.port}`;
    await use({ proxy: { mode: 'system' } });
    expect(await ask()).toBe(200);
    expect(there.asked).toEqual(['example.social:443']);
  });

  test.each(['PROXY', 'SOCKS5'])(
    'that takes the connection and says nothing is left in time (%s)',
    async (kind) => {
      let taken = () => {};
      const beginning = new Promise<void>((resolve) => {
        taken = resolve;
      });
      const silent = createServer((socket) => {
        socket.on('error', () => {}).resume();
        taken();
      });
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      ends.push(() => new Promise<void>((resolve) => void silent.close(() => resolve())));
      const address = silent.address();
      const port = typeof address === 'object' ? address?.port : null;
      const there = await proxy();
      const clock = fakeClock();
      const patient = testNetwork({
        clock,
        settings: () => ({ proxy: { mode: 'system' }, certificates: [authorityFile] }),
        chromium: () => ({
          use: async () => {},
          resolve: async () => `${kind} 127.0.0.1:${port}; PROXY 127.0.0.1:${there.port}`,
        }),
      });
      await patient.apply();
      const asked = ask(undefined, patient.fetch);
      await beginning;
      await clock.advance(dialTimes.withOthers);
      expect(await asked).toBe(200);
      // It is the last to be tried from now on.
      expect(await ask('https://example.social/other', patient.fetch)).not.toBe('failed');
      expect(there.asked).toEqual(['example.social:443']);
    },
  );

  test('that refuses is not gone around', async () => {
    const [strict, other] = [await proxy(), await proxy()];
    strict.refusal = 403;
    systemProxy = `PROXY 127.0.0.1:${strict.port}; PROXY 127.0.0.1:${other.port}`;
    await use({ proxy: { mode: 'system' } });
    expect(await ask()).toBe('proxy-refused');
    expect(other.asked).toEqual([]);
  });

  test('carries pictures too, and looks their names up itself', async () => {
    const between = await proxy(socksProxy);
    await use({ proxy: manual(`socks5://127.0.0.1:${between.port}`) });
    const media = network.mediaFetch(() => () => {
      throw new Error('a name was looked up here');
    });
    expect(await ask('https://example.social/', media)).not.toBe('failed');
    expect(between.asked).toEqual(['example.social:443']);
  });

  test('is not asked for a name that is longer than SOCKS can say', async () => {
    const between = await proxy(socksProxy);
    await use({ proxy: manual(`socks5://127.0.0.1:${between.port}`) });
    // The length of this one, cut to a byte, would name the first letter alone.
    const name = `x${'.y'.repeat(128)}`;
    expect(await ask(`https://${name}/`)).toBe('failed');
    expect(between.asked).toEqual([]);
  });

  test('is tried out before it is used, with a password that nobody keeps', async () => {
    const between = await proxy();
    between.password = 'alice:secret';
    const tried = manual(`http://127.0.0.1:${between.port}`);
    await network.apply();
    expect(await ask(undefined, network.tryOut(tried, null))).toBe('proxy-password');
    const credentials = { name: 'alice', password: 'secret' };
    expect(await ask(undefined, network.tryOut(tried, credentials))).toBe(200);
    expect(kept.size).toBe(0);
    expect(network.state.proxy).toBeNull();
  });
});

test('a keyring that takes its time does not name the user of a proxy that is left by then', async () => {
  kept.set('proxy:one.example:8080', JSON.stringify({ name: 'alice', password: 'secret' }));
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  thinking.set('proxy:one.example:8080', opened);
  await network.apply();
  const first = use({ proxy: manual('http://one.example:8080') });
  await use({ proxy: manual('http://two.example:8080') });
  open();
  await first;
  expect(network.state).toMatchObject({ proxy: 'two.example:8080', proxyUser: null });
});

test('a password that stands in the settings file is used, and taken out of it', async () => {
  const between = await proxy();
  between.password = 'alice:in the open';
  await use({ proxy: manual(`http://alice:in%20the%20open@127.0.0.1:${between.port}`) });
  expect(settings.proxy).toEqual(manual(`http://127.0.0.1:${between.port}`));
  expect([...kept.keys()]).toEqual([`proxy:127.0.0.1:${between.port}`]);
  await network.apply();
  expect(await ask()).toBe(200);
});

describe('a proxy script', () => {
  const script = 'function FindProxyForURL(url, host) { return "DIRECT"; }';

  test('is loaded from a file', async () => {
    const between = await proxy();
    systemProxy = `PROXY 127.0.0.1:${between.port}`;
    const path = join(folder, 'proxy.pac');
    await writeFile(path, script);
    await use({ proxy: { mode: 'pac', url: `file://${path}` } });
    expect(await ask()).toBe(200);
    expect(between.asked).toEqual(['example.social:443']);
  });

  test.each([
    ['is not there', null],
    ['is a page', '<!doctype html><title>Sign in</title>'],
    ['has a mistake in it', 'function FindProxyForURL(url, host) { return "DIRECT'],
  ])('that %s leads nowhere, rather than around the proxy', async (_what, text) => {
    const path = join(folder, 'proxy.pac');
    if (text !== null) await writeFile(path, text);
    await use({ proxy: { mode: 'pac', url: `file://${path}` } });
    expect(await ask()).toBe('proxy-settings');
  });

  test('at an address that is none', async () => {
    await use({ proxy: { mode: 'pac', url: 'data:text/plain,FindProxyForURL' } });
    expect(await ask()).toBe('proxy-settings');
  });
});

describe('certificates', () => {
  /** A proxy that leads to a server with another certificate. */
  async function meeting(identity: typeof testServer, address = 'example.social:443') {
    const front = await tlsFront(identity, demoPort);
    ends.push(() => front.close());
    targets.set(address, front.port);
    const between = await proxy();
    await use({ proxy: manual(`http://127.0.0.1:${between.port}`) });
  }

  test('of an authority that is not known are refused, until it is added; then at once', async () => {
    await use({ certificates: [] });
    await meeting(testServer);
    expect(await ask()).toBe('certificate-authority');
    const before = ways;
    await use({ certificates: [authorityFile] });
    expect(ways).toBe(before + 1);
    expect(await ask()).toBe(200);
    await use({ certificates: [] });
    expect(await ask()).toBe('certificate-authority');
  });

  test('of an authority that the system knows are trusted without a word', async () => {
    await use({ certificates: [] });
    systemStore = [testAuthority];
    await meeting(testServer);
    expect(await ask()).toBe(200);
  });

  test.each([
    ['self-signed', selfSignedServer, 'example.social', 'certificate-self-signed'],
    ['expired', expiredServer, 'example.social', 'certificate-expired'],
    ['for another name', testServer, 'other.example', 'certificate-host'],
  ])('that are %s', async (_what, identity, host, problem) => {
    await meeting(identity, `${host}:443`);
    expect(await ask(`https://${host}/`)).toBe(problem);
  });

  test('a server that signed its own is trusted once that is added', async () => {
    const path = join(folder, 'own.pem');
    await writeFile(path, selfSignedServer.cert);
    await use({ certificates: [path] });
    await meeting(selfSignedServer);
    expect(await ask()).toBe(200);
  });

  test('the state of an account says what is the matter', async () => {
    await use({ certificates: [] });
    await meeting(testServer);
    const { accounts, waitFor } = engine();
    const id = await accounts.addByToken(example, demo.issueToken(demo.account));
    const state = await waitFor(() => {
      const now = accounts.get(id)?.state;
      return now?.name === 'waiting' ? now : null;
    });
    expect(state.reason).toBe('certificate-authority');
  });
});
