import type { Log } from '../../engine/log.ts';
import { isLoopback } from '../../engine/misskey/api/server-name.ts';
import type { ProxySettings } from '../../engine/settings/settings.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import { NetworkError } from '../../engine/streaming/network-problem.ts';
import { parseBypass } from './bypass.ts';
import type { ChromiumProxies } from './chromium-proxies.ts';
import { direct, type ProxyRoute, parseProxyList, parseProxyServer } from './proxy-route.ts';

/**
 * The ways to a server, the best first, from its address (`https://host:port/`).
 * @throws NetworkError
 */
export type Routes = (url: string) => Promise<readonly ProxyRoute[]>;

export interface RoutesOptions {
  readonly clock: Clock;
  readonly chromium: ChromiumProxies;
  /** See `loadProxyScript`. */
  readonly loadScript: (address: string) => Promise<string>;
  readonly log: Log;
}

/** In ms. */
export const routeTimes = {
  /** What Chromium said is believed so long: the system's settings may change at any moment. */
  believed: 10_000,
  /** A script may look up names, and the system's settings may lead to one. */
  patience: 5_000,
  /** A script that could not be loaded is not asked for again so soon. */
  scriptAgain: 10_000,
} as const;

/**
 * The ways that one choice of a proxy gives. This computer itself is never reached through a proxy, as in
 * browsers. What was chosen by hand is never gone around: where a proxy script cannot be had, there is no
 * way. Where the system's settings cannot be had, the way is direct, as in other programs.
 */
export function createRoutes(proxy: ProxySettings, options: RoutesOptions): Routes {
  const routes = routesOf(proxy, options);
  return async (url) => (isLoopback(new URL(url).hostname) ? [direct] : routes(url));
}

function routesOf(proxy: ProxySettings, options: RoutesOptions): Routes {
  switch (proxy.mode) {
    case 'direct':
      return async () => [direct];
    case 'manual':
      return manualRoutes(proxy.server, proxy.bypass);
    case 'system':
      return systemRoutes(options);
    case 'pac':
      return scriptRoutes(proxy.url, options);
  }
}

function manualRoutes(server: string, bypassed: string): Routes {
  const parsed = parseProxyServer(server);
  const bypass = parseBypass(bypassed);
  return async (url) => {
    const { hostname, port, protocol } = new URL(url);
    const at = Number(port || (protocol === 'https:' ? 443 : 80));
    if (bypass(hostname.replace(/^\[|\]$/g, ''), at)) return [direct];
    if (parsed === null) throw new NetworkError('proxy-settings');
    return [parsed.server];
  };
}

function systemRoutes(options: RoutesOptions): Routes {
  const { chromium, log } = options;
  let ready: Promise<void> | null = null;
  const ask = believing(options, async (url) => {
    ready ??= chromium.use('system').catch((error: unknown) => {
      // The next one asks again: once around the proxy must not mean for ever.
      ready = null;
      throw error;
    });
    await ready;
    return chromium.resolve(url);
  });
  return async (url) => {
    try {
      const routes = parseProxyList(await ask(url));
      return routes.length === 0 ? [direct] : routes;
    } catch {
      log.warn('network: the system does not tell its proxy, so none is used');
      return [direct];
    }
  };
}

function scriptRoutes(address: string, options: RoutesOptions): Routes {
  const { clock, chromium, loadScript, log } = options;
  let ready: Promise<void> | null = null;
  const load = async () => {
    try {
      await chromium.use({ script: await loadScript(address) });
    } catch (error) {
      log.warn('network: the proxy script cannot be loaded');
      clock.setTimeout(() => {
        ready = null;
      }, routeTimes.scriptAgain);
      throw error;
    }
  };
  const ask = believing(options, async (url) => {
    ready ??= load();
    await ready;
    return chromium.resolve(url);
  });
  return async (url) => {
    const routes = parseProxyList(await ask(url).catch(() => ''));
    if (routes.length === 0) throw new NetworkError('proxy-settings');
    return routes;
  };
}

/** Asks with patience, and not again for the same address for a moment. */
function believing(
  { clock }: RoutesOptions,
  ask: (url: string) => Promise<string>,
): (url: string) => Promise<string> {
  const known = new Map<string, { readonly answer: Promise<string>; readonly until: number }>();
  return (url) => {
    const now = clock.monotonic();
    for (const [other, { until }] of known) if (until <= now) known.delete(other);
    const found = known.get(url);
    if (found !== undefined) return found.answer;
    const answer = withPatience(ask(url), clock);
    known.set(url, { answer, until: now + routeTimes.believed });
    answer.catch(() => known.delete(url));
    return answer;
  };
}

async function withPatience(answer: Promise<string>, clock: Clock): Promise<string> {
  let stop = () => {};
  const late = new Promise<never>((_resolve, reject) => {
    const timer = clock.setTimeout(() => reject(new Error('no answer')), routeTimes.patience);
    stop = () => timer.cancel();
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    stop();
  }
}
