import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction, connect as netConnect, type Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { NetworkError, problemOf } from '../../engine/streaming/network-problem.ts';
import type { ProxyCredentials, ProxyRoute, ProxyServer } from './proxy-route.ts';
import { BeyondError, socks5 } from './socks5.ts';

export interface Target {
  readonly host: string;
  readonly port: number;
  /** How a name is looked up where no proxy does it. */
  readonly lookup: LookupFunction | undefined;
}

export interface TunnelOptions {
  readonly target: Target;
  readonly credentials: ProxyCredentials | null;
  /** What proxies that are spoken to over TLS are checked against; undefined = Node's own. */
  readonly secureContext: SecureContext | undefined;
  readonly signal: AbortSignal;
}

/**
 * A peer that has gone without a word is found out by TCP itself; streams of events can ask nothing of their
 * own. In ms, which is before routers forget the connection.
 */
const keepAlive = { keepAlive: true, keepAliveInitialDelay: 30_000 } as const;

/**
 * Opens a connection to a server, along one way. What is written to it arrives there.
 *
 * @throws NetworkError where it is the proxy's fault, else an error with the code of the system.
 */
export function openTunnel(route: ProxyRoute, options: TunnelOptions): Promise<Socket> {
  switch (route.kind) {
    case 'direct':
      return plainSocket(options.target, options.signal);
    case 'socks5':
      return throughSocks(route, options);
    default:
      return throughHttp(route, options);
  }
}

function plainSocket({ host, port, lookup }: Target, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const ways = lookup === undefined ? {} : { lookup };
    const socket = netConnect({ host, port, ...ways, ...keepAlive, signal });
    socket.once('error', reject).once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

async function throughSocks(
  { host, port }: ProxyServer,
  { target, credentials, signal }: TunnelOptions,
): Promise<Socket> {
  const socket = await plainSocket({ host, port, lookup: undefined }, signal).catch(asProxyFault);
  try {
    await socks5(socket, target, credentials);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function throughHttp(server: ProxyServer, options: TunnelOptions): Promise<Socket> {
  const { target, credentials, secureContext, signal } = options;
  const address = `${isIP(target.host) === 6 ? `[${target.host}]` : target.host}:${target.port}`;
  return new Promise<Socket>((resolve, reject) => {
    const request = (server.kind === 'https' ? httpsRequest : httpRequest)({
      method: 'CONNECT',
      host: server.host,
      port: server.port,
      path: address,
      headers: { host: address, ...authorization(credentials) },
      // Else the name of the server beyond would be taken for the proxy's own.
      servername: isIP(server.host) === 0 ? server.host : '',
      agent: false,
      signal,
      ...keepAlive,
      ...(secureContext === undefined ? {} : { secureContext }),
    });
    request.once('connect', ({ statusCode = 0 }, socket, head) => {
      const refusal = refusalOf(statusCode);
      if (refusal !== null) {
        socket.destroy();
        reject(refusal);
        return;
      }
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    request.once('response', (response) => {
      response.destroy();
      reject(new NetworkError('proxy-settings'));
    });
    request.once('error', reject);
    request.end();
  }).catch(asProxyFault);
}

function authorization(credentials: ProxyCredentials | null): Record<string, string> {
  if (credentials === null) return {};
  const { name, password } = credentials;
  const encoded = Buffer.from(`${name}:${password}`).toString('base64');
  return { 'proxy-authorization': `Basic ${encoded}` };
}

function refusalOf(status: number): Error | null {
  if (status >= 200 && status < 300) return null;
  if (status === 407) return new NetworkError('proxy-password');
  if (status < 500) return new NetworkError('proxy-refused');
  // The proxy did what it could; the server beyond cannot be reached.
  return new BeyondError();
}

/** What goes wrong before a proxy has answered; without any network it is not the proxy's fault. */
function asProxyFault(error: unknown): never {
  if (error instanceof NetworkError || error instanceof BeyondError) throw error;
  const problem = problemOf(error);
  if (problem === 'no-route') throw new NetworkError('no-route');
  const isTls = problem === 'tls' || problem?.startsWith('certificate-') === true;
  throw new NetworkError(isTls ? 'proxy-certificate' : 'proxy-unreachable');
}
