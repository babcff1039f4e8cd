/** A proxy, and how it is spoken to. */
export interface ProxyServer {
  readonly kind: 'http' | 'https' | 'socks5';
  /** Without brackets, where it is an IPv6 address. */
  readonly host: string;
  readonly port: number;
}

/** One way to a server. */
export type ProxyRoute = { readonly kind: 'direct' } | ProxyServer;

export interface ProxyCredentials {
  readonly name: string;
  readonly password: string;
}

export const direct: ProxyRoute = { kind: 'direct' };

const defaultPorts = { http: 80, https: 443, socks5: 1080 } as const;

/** `host:port`, under which a proxy is named to people and its password is kept. */
export function proxyName({ host, port }: ProxyServer): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/**
 * Reads what somebody typed as a proxy: `http://host:port`, `https://…`, `socks5://…`; without a scheme it
 * is `http`. Null for what names none. A name and password in it are handed out apart.
 */
export function parseProxyServer(
  typed: string,
): { readonly server: ProxyServer; readonly credentials: ProxyCredentials | null } | null {
  const text = typed.normalize('NFKC').trim();
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  const kind = kindOfScheme(scheme ?? 'http');
  if (kind === null) return null;
  // `http:` alone reads host and port as the web does, whatever the scheme is.
  const url = parseUrl(`http://${scheme === undefined ? text : text.slice(scheme.length + 3)}`);
  if (url === null || url.hostname === '') return null;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return null;
  // The web's own default is not told apart from no port at all.
  const isPort80 = /:80\/?$/.test(text);
  const port = url.port === '' ? (isPort80 ? 80 : defaultPorts[kind]) : Number(url.port);
  if (port === 0) return null;
  return {
    server: { kind, host: url.hostname.replace(/^\[|\]$/g, ''), port },
    credentials:
      url.username === '' ? null : { name: decode(url.username), password: decode(url.password) },
  };
}

/** A proxy as it is kept in the settings: without name and password. */
export function writtenProxy(server: ProxyServer): string {
  return `${server.kind}://${proxyName(server)}`;
}

/** What a list may name at most; each is tried for seconds. */
const longestList = 8;

/**
 * Reads a list as proxy scripts and Chromium write it: `PROXY a:8080; SOCKS5 b:1080; DIRECT`. What is not
 * understood is left out; a list in which nothing is understood is empty.
 */
export function parseProxyList(list: string): readonly ProxyRoute[] {
  return list
    .split(';')
    .flatMap((entry): ProxyRoute[] => {
      const [kind = '', address = ''] = entry.trim().split(/\s+/);
      if (kind.toUpperCase() === 'DIRECT') return [direct];
      const scheme = listKinds.get(kind.toUpperCase());
      const parsed = scheme === undefined ? null : parseProxyServer(`${scheme}://${address}`);
      // Names and passwords have no place in a list.
      return parsed === null || parsed.credentials !== null ? [] : [parsed.server];
    })
    .slice(0, longestList);
}

/** Routes as such a list. */
export function writtenList(routes: readonly ProxyRoute[]): string {
  return routes
    .map((route) =>
      route.kind === 'direct' ? 'DIRECT' : `${writtenKinds[route.kind]} ${proxyName(route)}`,
    )
    .join('; ');
}

const writtenKinds = { http: 'PROXY', https: 'HTTPS', socks5: 'SOCKS5' } as const;

const listKinds: ReadonlyMap<string, ProxyServer['kind']> = new Map([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
  ['SOCKS5', 'socks5'],
  // By its word it is version 4, which knows no names; the proxies of today take 5 at the same port.
  ['SOCKS', 'socks5'],
]);

function kindOfScheme(scheme: string): ProxyServer['kind'] | null {
  switch (scheme) {
    case 'http':
    case 'https':
      return scheme;
    case 'socks':
    case 'socks5':
    case 'socks5h':
      return 'socks5';
    default:
      return null;
  }
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
