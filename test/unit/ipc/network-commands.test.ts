import { beforeEach, describe, expect, test } from 'vitest';
import type { CertificateFile } from '../../../src-main/desktop/network/certificates.ts';
import type { ProxyCredentials } from '../../../src-main/desktop/network/proxy-route.ts';
import { SavingMode } from '../../../src-main/desktop/network/saving-mode.ts';
import type { Fetch } from '../../../src-main/engine/fetch.ts';
import { messagesIn } from '../../../src-main/engine/messages/index.ts';
import { untoldDesktop } from '../../../src-main/engine/notices/desktop-state.ts';
import { defaultSettings } from '../../../src-main/engine/settings/settings.ts';
import {
  NetworkError,
  type NetworkProblem,
} from '../../../src-main/engine/streaming/network-problem.ts';
import { createNetworkCommands } from '../../../src-main/ipc/commands/network-commands.ts';
import type { ProxySettings, Settings } from '../../../src-main/ipc/contract.ts';
import { fakeApi } from '../../support/fake-api.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { testNetwork } from '../../support/test-network.ts';

const manual = (server: string): ProxySettings => ({ mode: 'manual', server, bypass: '' });
const usable: CertificateFile = { kind: 'authorities', authorities: [] };

interface World {
  settings: Settings;
  /** Whether the settings file takes changes. */
  kept: boolean;
  origins: readonly string[];
  feedOrigins: readonly string[];
  /** What the server of a feed answers. */
  knocked: Fetch;
  /** The file that the user picks; null = none. */
  chosen: string | null;
  file: CertificateFile;
  proxy: string | null;
}

function bench() {
  const server = fakeApi();
  const clock = fakeClock();
  const world: World = {
    settings: defaultSettings,
    kept: true,
    origins: ['http://127.0.0.1:3000', 'https://example.social'],
    feedOrigins: ['http://127.0.0.1:3001', 'https://ntfy.example'],
    knocked: async () => new Response(null, { status: 404 }),
    chosen: null,
    file: usable,
    proxy: null,
  };
  const tried: [ProxySettings, ProxyCredentials | null][] = [];
  const passwords: [string, ProxyCredentials | null][] = [];
  const saving = new SavingMode({
    settings: () => world.settings.saving,
    desktop: () => ({ ...untoldDesktop, metered: true }),
    onChange: () => {},
  });
  saving.look();
  const commands = createNetworkCommands({
    network: {
      ...testNetwork(),
      get state() {
        return { proxy: world.proxy, proxyUser: null, wantsPassword: false, certificates: [] };
      },
      tryOut: (proxy, credentials) => {
        tried.push([proxy, credentials]);
        return (url, init) => (init.method === 'HEAD' ? world.knocked : server.fetch)(url, init);
      },
      setPassword: async (proxy, credentials) => void passwords.push([proxy, credentials]),
    },
    saving,
    clock,
    messages: () => messagesIn('en'),
    settings: () => world.settings,
    changeSettings: (changes: Partial<Settings>) => {
      world.settings = { ...world.settings, ...changes };
      return world.kept;
    },
    origins: () => world.origins,
    feedOrigins: () => world.feedOrigins,
    chooseCertificateFile: async () => world.chosen,
    readCertificates: async () => world.file,
  });
  return { commands, world, clock, server, tried, passwords, saving };
}

let at: ReturnType<typeof bench>;
beforeEach(() => {
  at = bench();
});

test('a proxy is tried on the first server beyond this computer, and used by nobody', async () => {
  at.server.answer('meta', () => ({ version: '2026.3.2', uri: 'https://example.social' }));
  const credentials = { name: 'alice', password: 'secret' };
  expect(await at.commands.checkProxy(manual('proxy.example:8080'), credentials)).toEqual({
    ok: true,
    data: 'It works: example.social answers.',
  });
  expect(at.tried).toEqual([[manual('http://proxy.example:8080'), credentials]]);
  expect(at.server.calls).toEqual([
    { endpoint: 'meta', parameters: { detail: false }, token: null },
  ]);
  expect(at.world.settings).toEqual(defaultSettings);
  expect(at.passwords).toEqual([]);
});

test('what a proxy has against it is said', async () => {
  at.server.answer('meta', () => {
    throw new NetworkError('proxy-password');
  });
  const failed = await at.commands.checkProxy(manual('http://proxy.example'), null);
  expect(failed).toEqual({ ok: false, error: expect.stringContaining('wants a name') });
});

describe('with feeds alone, a proxy is tried on the first server of theirs beyond this computer', () => {
  const check = () => at.commands.checkProxy(manual('proxy.example:8080'), null);
  beforeEach(() => {
    at.world.origins = [];
  });

  test('and works, whatever that answers', async () => {
    const asked: string[] = [];
    at.world.knocked = async (url) => {
      asked.push(url);
      return new Response(null, { status: 405 });
    };
    expect(await check()).toEqual({ ok: true, data: 'It works: ntfy.example answers.' });
    expect(asked).toEqual(['https://ntfy.example/']);
  });

  test.each<[NetworkProblem, Fetch]>([
    ['proxy-password', () => Promise.reject(new NetworkError('proxy-password'))],
    ['sign-in-page', async () => Response.redirect('https://portal.example/login', 302)],
  ])('and %s is said', async (problem, knocked) => {
    at.world.knocked = knocked;
    expect(await check()).toEqual({ ok: false, error: messagesIn('en').network.problem[problem] });
  });

  test('and is given up where nothing answers', async () => {
    at.world.knocked = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    const checked = check();
    await at.clock.advance(15_000);
    expect(await checked).toEqual({
      ok: false,
      error: messagesIn('en').error.unreachable('ntfy.example'),
    });
  });
});

test('without a server there is nothing to try', async () => {
  at.world.origins = ['http://127.0.0.1:3000'];
  at.world.feedOrigins = ['http://127.0.0.1:3001'];
  expect(await at.commands.checkProxy({ mode: 'direct' }, null)).toMatchObject({ ok: true });
  expect(at.tried).toEqual([]);
});

test.each<[ProxySettings, string]>([
  [manual('ftp://proxy.example'), 'This is not a proxy’s address'],
  [{ mode: 'pac', url: 'javascript:alert(1)' }, 'This is not a proxy script’s address'],
])('%j is neither tried nor used', async (proxy, words) => {
  const refused = { ok: false, error: expect.stringContaining(words) };
  expect(await at.commands.checkProxy(proxy, null)).toEqual(refused);
  expect(await at.commands.useProxy(proxy, null)).toEqual(refused);
  expect(at.world.settings).toEqual(defaultSettings);
});

test('a name and a password never stay in the settings, wherever they were typed', async () => {
  await at.commands.useProxy(manual('http://alice:secret@proxy.example:8080'), null);
  expect(at.world.settings.network.proxy).toEqual(manual('http://proxy.example:8080'));
  await at.commands.useProxy(manual('proxy.example:8080'), { name: 'bob', password: 'other' });
  expect(at.passwords).toEqual([
    ['proxy.example:8080', { name: 'alice', password: 'secret' }],
    ['proxy.example:8080', { name: 'bob', password: 'other' }],
  ]);
  await at.commands.useProxy(manual('proxy.example:8080'), null);
  expect(at.passwords).toHaveLength(2);
});

test('settings that cannot be kept are told', async () => {
  at.world.kept = false;
  const told = await at.commands.useProxy({ mode: 'direct' }, null);
  expect(told).toEqual({ ok: false, error: messagesIn('en').error.settingsNotKept });
});

test('a password goes to the proxy that is shown, if there is one', async () => {
  const credentials = { name: 'alice', password: 'secret' };
  expect(await at.commands.setProxyPassword(credentials)).toMatchObject({ ok: false });
  at.world.proxy = 'proxy.example:8080';
  expect(await at.commands.setProxyPassword(credentials)).toEqual({ ok: true });
  expect(at.passwords).toEqual([['proxy.example:8080', credentials]]);
});

test('authorities are added once, and removed', async () => {
  expect(await at.commands.addCertificate()).toEqual({ ok: true });
  at.world.chosen = '/home/alice/ca.pem';
  await at.commands.addCertificate();
  await at.commands.addCertificate();
  expect(at.world.settings.network.certificates).toEqual(['/home/alice/ca.pem']);
  await at.commands.removeCertificate('/home/alice/ca.pem');
  expect(at.world.settings.network.certificates).toEqual([]);
});

test('a file that is of no use is refused in words', async () => {
  at.world.chosen = '/home/alice/key.pem';
  at.world.file = { kind: 'problem', problem: 'noCertificate' };
  const refused = await at.commands.addCertificate();
  expect(refused).toEqual({ ok: false, error: expect.stringContaining('PEM') });
  expect(at.world.settings.network.certificates).toEqual([]);
});

test('pictures are loaded again when the reader wants them', async () => {
  expect(at.saving.reason).toBe('metered');
  await at.commands.loadPictures();
  expect(at.saving.reason).toBeNull();
});
