/** A server, as a person named it. */
export interface Server {
  /** `https://example.social`; `http:` only on this computer. */
  readonly origin: string;
  /** Host with port, lower case, Punycode: `example.social`, `xn--…`, `127.0.0.1:3000`. */
  readonly host: string;
}

/**
 * Reads what a person typed as a server: a host, an address, or even a whole handle, with spaces,
 * capitals or letters of any script. Null when it names no server.
 */
export function parseServerName(typed: string): Server | null {
  // Full-width letters and dots come from Japanese input methods.
  const text = typed.normalize('NFKC').trim();
  const withoutHandle = text.replace(/^@?[\w.-]+@/, '');
  const schemeMatch = /^([a-z][a-z0-9+.-]*):\/\//i.exec(withoutHandle);
  const scheme = schemeMatch?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http') return null;
  const rest = withoutHandle.slice(schemeMatch?.[0].length ?? 0);
  if (rest === '' || /\s/.test(rest)) return null;

  const url = parseUrl(`https://${rest}`);
  if (url === null || url.username !== '' || url.password !== '') return null;
  if (!isHostName(url.hostname)) return null;

  if (!isLoopback(url.hostname)) return { origin: `https://${url.host}`, host: url.host };
  // On this computer plain http is the rule, unless https was asked for.
  const local = parseUrl(`${scheme ?? 'http'}://${rest}`);
  return local && { origin: local.origin, host: local.host };
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** Whether a URL host means this computer. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** As long as a name in the DNS can be. */
const longestHostName = 253;

function isHostName(hostname: string): boolean {
  if (hostname.length > longestHostName) return false;
  return isLoopback(hostname) || hostname.startsWith('[') || /[^.]\.[^.]/.test(hostname);
}
