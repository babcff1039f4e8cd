import { isIP } from 'node:net';
import { isLoopback } from '../../engine/misskey/server-name.ts';

/**
 * Whether a picture may be fetched from an address that a server named. Only https, so that nobody on
 * the way reads along; plain http only from this computer, where the demo and test servers are.
 *
 * @param isOwnServer whether a host (with port) is the server of one of the user's accounts. Only there
 *   may it be on this computer or in its private network; otherwise a note could make Suzu knock at the
 *   user's router.
 */
export function mayFetch(address: string, isOwnServer: (host: string) => boolean): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (url.username !== '' || url.password !== '') return false;
  if (isInside(url.hostname) && !isOwnServer(url.host)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** Whether a URL host is this computer or an address of a private network, as far as its text tells. */
function isInside(hostname: string): boolean {
  if (isLoopback(hostname) || hostname.endsWith('.localhost') || hostname.endsWith('.local')) {
    return true;
  }
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) === 4) {
    return /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
      address,
    );
  }
  return isIP(address) === 6 && /^(::|f[cd]|fe[89ab])/i.test(address);
}
