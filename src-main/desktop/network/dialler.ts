import { isIP, type Socket } from 'node:net';
import { type SecureContext, type TLSSocket, connect as tlsConnect } from 'node:tls';
import type { Clock } from '../../engine/streaming/clock.ts';
import {
  NetworkError,
  type NetworkProblem,
  problemOf,
} from '../../engine/streaming/network-problem.ts';
import { type ProxyCredentials, type ProxyRoute, proxyName } from './proxy-route.ts';
import { openTunnel, type Target } from './tunnel.ts';

/** What connections over TLS are checked against. */
export interface Trust {
  /** Undefined = what Node trusts by itself. */
  context(): Promise<SecureContext | undefined>;
  /** Looks for more authorities, because one was unknown; resolves to whether there are any now. */
  extend(): Promise<boolean>;
}

export interface DiallerOptions {
  readonly clock: Clock;
  /**
   * The ways to a server, the best first; none = there is no way.
   * @throws NetworkError
   */
  readonly routes: (url: string) => Promise<readonly ProxyRoute[]>;
  /** The name and password that a proxy (`host:port`) is to get; null = none. */
  readonly credentials: (proxy: string) => Promise<ProxyCredentials | null>;
  /** A proxy (`host:port`) wants a password, or another one. */
  readonly onPasswordWanted: (proxy: string) => void;
  readonly trust: Trust;
}

export interface DialTarget extends Target {
  readonly isSecure: boolean;
  /** For TLS: the name that the certificate must be for; empty for an address. */
  readonly servername: string;
}

/** Opens connections to servers over whatever proxies there are. */
export interface Dialler {
  /**
   * Resolves to a connection on which the server can be spoken to, over TLS where that is asked for.
   * @throws NetworkError, or an error with a code as Node names it.
   */
  dial(target: DialTarget): Promise<Socket>;
}

/** In ms. */
export const dialTimes = {
  /** One way, from the first packet to the end of the TLS handshake. */
  oneWay: 15_000,
  /** The same where another way is left to try. */
  withOthers: 5_000,
  /** A proxy that failed is tried after all others so long, as browsers do. */
  failedFor: 5 * 60_000,
} as const;

export function createDialler(options: DiallerOptions): Dialler {
  const { clock, trust } = options;
  /** By `host:port`, until when a proxy counts as failed. */
  const failed = new Map<string, number>();

  const isFailed = (route: ProxyRoute) =>
    route.kind !== 'direct' && (failed.get(proxyName(route)) ?? 0) > clock.monotonic();

  async function along(route: ProxyRoute, target: DialTarget, ms: number): Promise<Socket> {
    // Before the time runs: a keyring may wait for the user to type its password.
    const credentials =
      route.kind === 'direct' ? null : await options.credentials(proxyName(route));
    const secureContext = await trust.context();
    const abort = new AbortController();
    const timer = clock.setTimeout(() => abort.abort(new TimeoutError()), ms);
    /** From here on what does not answer is the server, and no longer a proxy. */
    let isThrough = route.kind === 'direct';
    try {
      const tunnel = { target, credentials, secureContext, signal: abort.signal };
      const socket = await openTunnel(route, tunnel);
      isThrough = true;
      return target.isSecure ? await secured(socket, target, tunnel) : socket;
    } catch (error) {
      if (!abort.signal.aborted) throw error;
      throw isThrough ? new TimeoutError() : new NetworkError('proxy-unreachable');
    } finally {
      timer.cancel();
    }
  }

  /** Tries once more where the authority was unknown and more are known by now. */
  async function trusted(route: ProxyRoute, target: DialTarget, ms: number): Promise<Socket> {
    try {
      return await along(route, target, ms);
    } catch (error) {
      if (!isAboutAuthority(error) || !(await trust.extend())) throw error;
      return along(route, target, ms);
    }
  }

  /** Remembers what became of a proxy. Returns whether another way may do better. */
  function goesOn(route: ProxyRoute, error: unknown): boolean {
    if (route.kind === 'direct') return true;
    const problem = problemOf(error);
    if (problem === 'proxy-password') options.onPasswordWanted(proxyName(route));
    // A proxy that answers decides, as in browsers: nothing is to sneak around it.
    if (problem === null || !failures.has(problem)) return false;
    failed.set(proxyName(route), clock.monotonic() + dialTimes.failedFor);
    return true;
  }

  return {
    async dial(target) {
      const host = isIP(target.host) === 6 ? `[${target.host}]` : target.host;
      const url = `${target.isSecure ? 'https' : 'http'}://${host}:${target.port}/`;
      const routes = await options.routes(url);
      const ordered = [...routes].sort((a, b) => Number(isFailed(a)) - Number(isFailed(b)));
      let last: unknown = new NetworkError('proxy-settings');
      for (const [index, route] of ordered.entries()) {
        const isLast = index === ordered.length - 1;
        try {
          return await trusted(route, target, isLast ? dialTimes.oneWay : dialTimes.withOthers);
        } catch (error) {
          if (!goesOn(route, error)) throw error;
          last = error;
        }
      }
      throw last;
    },
  };
}

/** The proxy itself cannot be used. */
const failures: ReadonlySet<NetworkProblem> = new Set([
  'proxy-unreachable',
  'proxy-certificate',
  'proxy-settings',
]);

class TimeoutError extends Error {
  readonly code = 'ETIMEDOUT';
}

function isAboutAuthority(error: unknown): boolean {
  const problem = problemOf(error);
  return (
    problem === 'certificate-authority' ||
    problem === 'certificate-self-signed' ||
    problem === 'proxy-certificate'
  );
}

function secured(
  socket: Socket,
  { host, servername }: DialTarget,
  {
    secureContext,
    signal,
  }: { readonly secureContext: SecureContext | undefined; readonly signal: AbortSignal },
): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const tls = tlsConnect({
      socket,
      // Only what the certificate is compared with where there is no name.
      host,
      servername,
      ALPNProtocols: ['http/1.1'],
      ...(secureContext === undefined ? {} : { secureContext }),
    });
    const onAbort = () => tls.destroy(new TimeoutError());
    const settle = () => {
      signal.removeEventListener('abort', onAbort);
      tls.off('error', onError);
      tls.off('close', onClose);
    };
    const onError = (error: Error) => {
      settle();
      tls.destroy();
      reject(error);
    };
    const onClose = () => onError(Object.assign(new Error('closed'), { code: 'ECONNRESET' }));
    signal.addEventListener('abort', onAbort);
    tls.once('error', onError).once('close', onClose);
    tls.once('secureConnect', () => {
      settle();
      resolve(tls);
    });
  });
}
