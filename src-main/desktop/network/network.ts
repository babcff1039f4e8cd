import type { Agent } from 'node:http';
import type { LookupFunction } from 'node:net';
import type { Fetch } from '../../engine/fetch.ts';
import type { Log } from '../../engine/log.ts';
import type { NetworkSettings, ProxySettings } from '../../engine/settings/settings.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import type { TokenStore } from '../../engine/token-store.ts';
import type { ChromiumProxies } from './chromium-proxies.ts';
import { createDialler } from './dialler.ts';
import { NetworkAgent } from './network-agent.ts';
import { type Agents, nodeFetch } from './node-fetch.ts';
import { proxyPasswords } from './proxy-passwords.ts';
import {
  type ProxyCredentials,
  parseProxyServer,
  proxyName,
  writtenList,
  writtenProxy,
} from './proxy-route.ts';
import { loadProxyScript } from './proxy-script.ts';
import { createRoutes, type Routes } from './routes.ts';
import { createTrust, type KnownFile } from './trust.ts';

export interface NetworkOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: () => NetworkSettings;
  /** See `chromiumProxies`. */
  readonly chromium: (name: 'use' | 'check') => ChromiumProxies;
  readonly secrets: TokenStore;
  /** Takes a text out of logs and reports from then on. */
  readonly hide: (secret: string) => void;
  /** See `systemCertificates`. */
  readonly systemCertificates: () => Promise<readonly string[]>;
  /** A password stood in the settings, where anybody may read it; it is kept elsewhere now. */
  readonly onProxyCleaned: (proxy: ProxySettings) => void;
  /** The way to the servers changed: connections are to be made anew. */
  readonly onWay: () => void;
  /** What `state` says changed. */
  readonly onState: () => void;
}

export interface NetworkState {
  /** The proxy (`host:port`) that a name and a password can be given for; null = none is known. */
  readonly proxy: string | null;
  /** The name that it gets; null = none. */
  readonly proxyUser: string | null;
  /** Whether it asked for a name and a password, or for others. */
  readonly wantsPassword: boolean;
  readonly certificates: readonly KnownFile[];
}

/** All that the main process sends and asks goes through here. */
export interface Network {
  readonly state: NetworkState;
  /** For API calls. */
  readonly fetch: Fetch;
  /** For answers that never end: each has a connection of its own, which may be idle as long as it likes. */
  readonly streamFetch: Fetch;
  /** For pictures and media, which come from anywhere. `lookupFor`: see `NodeFetchOptions`. */
  mediaFetch(lookupFor: (host: string) => LookupFunction): Fetch;
  /** Opens the connections of streams. */
  streamAgent(origin: string): Agent;
  /** The ways to an address as a list (`PROXY host:port; DIRECT`), for people. Rejects where there is none. */
  proxyFor(url: string): Promise<string>;
  /** The settings changed, or are there for the first time. Resolves once they are in effect. */
  apply(): Promise<void>;
  /** Keeps a name and a password for a proxy (`host:port`); null forgets them. */
  setPassword(proxy: string, credentials: ProxyCredentials | null): Promise<void>;
  /** `fetch` as it would be with another proxy, for one try; null = with the password that is kept. */
  tryOut(proxy: ProxySettings, credentials: ProxyCredentials | null): Fetch;
}

/** Ms after which an idle connection is closed, which is before servers and proxies do it. */
const idleFor = 4_000;
/** Connections to one server. */
const mostSockets = 8;

export function createNetwork(options: NetworkOptions): Network {
  const { clock, log, settings, onState } = options;
  const trust = createTrust({ ...options, now: clock.now });
  const passwords = proxyPasswords(options.secrets, options.hide);
  /** The proxies that asked for a password since the last change, the latest last. */
  const wanting = new Set<string>();
  let proxyUser: string | null = null;

  const directDialler = dialler(createRoutes({ mode: 'direct' }, routesOptions('use')), noPassword);
  const directFetch = fetchOver(directDialler);

  function routesOptions(name: 'use' | 'check') {
    const chromium = options.chromium(name);
    const loadScript = (address: string) => loadProxyScript(address, directFetch, clock);
    return { clock, log, chromium, loadScript };
  }

  function dialler(
    routes: Routes,
    credentials: (proxy: string) => Promise<ProxyCredentials | null>,
    onPasswordWanted: (proxy: string) => void = () => {},
  ) {
    return createDialler({ clock, routes, credentials, onPasswordWanted, trust });
  }

  function fetchOver(over: ReturnType<typeof dialler>): Fetch {
    const agents = agentsOf(over, { keepAlive: false });
    return nodeFetch({ agents: () => agents, compressed: true });
  }

  const shownProxy = (): string | null => {
    const { proxy } = settings();
    if (proxy.mode !== 'manual') return [...wanting].at(-1) ?? null;
    const parsed = parseProxyServer(proxy.server);
    return parsed && proxyName(parsed.server);
  };
  const lookForUser = async () => {
    const proxy = shownProxy();
    const found = proxy === null ? null : await passwords.load(proxy);
    // The keyring may have taken its time, and the proxy be another one by now.
    if (proxy !== shownProxy()) return;
    proxyUser = found?.name ?? null;
    onState();
  };

  /** Returns whether the settings were changed, and are applied by that. */
  const cleanProxy = (): boolean => {
    const { proxy } = settings();
    const parsed = proxy.mode === 'manual' ? parseProxyServer(proxy.server) : null;
    if (proxy.mode !== 'manual' || !parsed?.credentials) return false;
    // Not awaited: the keyring may wait for its own password.
    void passwords.save(proxyName(parsed.server), parsed.credentials);
    options.onProxyCleaned({ ...proxy, server: writtenProxy(parsed.server) });
    return true;
  };

  const make = (proxy: ProxySettings) => {
    const routes = createRoutes(proxy, routesOptions('use'));
    const over = dialler(routes, passwords.load, (wants) => {
      if (wanting.has(wants)) return;
      wanting.add(wants);
      void lookForUser();
    });
    const pooled = { keepAlive: true, maxSockets: mostSockets, timeout: idleFor };
    return {
      routes,
      api: agentsOf(over, pooled),
      media: agentsOf(over, pooled),
      streams: agentsOf(over, { keepAlive: false }),
    };
  };
  let used = settings();
  let isApplied = false;
  let current = make(used.proxy);

  const renew = () => {
    const old = current;
    log.info('network: the way to the servers changed', {
      proxy: used.proxy.mode,
      certificates: used.certificates.length,
    });
    wanting.clear();
    current = make(used.proxy);
    for (const agents of [old.api, old.media]) {
      agents.http.closeIdle();
      agents.https.closeIdle();
    }
    options.onWay();
  };

  return {
    get state() {
      const proxy = shownProxy();
      return {
        proxy,
        proxyUser,
        wantsPassword: proxy !== null && wanting.has(proxy),
        certificates: trust.files,
      };
    },
    fetch: nodeFetch({ agents: () => current.api, compressed: true }),
    streamFetch: nodeFetch({ agents: () => current.streams, compressed: true }),
    mediaFetch: (lookupFor) =>
      nodeFetch({ agents: () => current.media, lookupFor, compressed: false }),
    streamAgent: (origin) =>
      origin.startsWith('https:') ? current.streams.https : current.streams.http,
    async proxyFor(url) {
      return writtenList(await current.routes(url));
    },
    async apply() {
      if (cleanProxy()) return;
      const before = used;
      used = settings();
      const isSame = (one: unknown, other: unknown) =>
        JSON.stringify(one) === JSON.stringify(other);
      const proxyChanged = !isSame(before.proxy, used.proxy);
      const trustChanged = !isSame(before.certificates, used.certificates);
      const isFirst = !isApplied;
      isApplied = true;
      if (isFirst || trustChanged) await trust.use(used.certificates);
      if (proxyChanged || trustChanged) renew();
      await lookForUser();
    },
    async setPassword(proxy, credentials) {
      const kept =
        credentials === null ? passwords.forget(proxy) : passwords.save(proxy, credentials);
      renew();
      await lookForUser();
      await kept;
    },
    tryOut: (proxy, credentials) =>
      fetchOver(
        dialler(
          createRoutes(proxy, routesOptions('check')),
          credentials === null ? passwords.load : async () => credentials,
        ),
      ),
  };
}

function agentsOf(
  over: ReturnType<typeof createDialler>,
  options: ConstructorParameters<typeof NetworkAgent>[2],
): Agents {
  return {
    http: new NetworkAgent('http:', over, options),
    https: new NetworkAgent('https:', over, options),
  };
}

async function noPassword(): Promise<null> {
  return null;
}
