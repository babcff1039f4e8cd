import { isIP } from 'node:net';
import { isLoopback } from '../../engine/misskey/api/server-name.ts';

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

/** Endings that name no host of the public internet (RFC 6761, 6762, 8375, and what routers hand out). */
const insideNames = /\.(localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;

/** Loopback, private, shared, link-local, benchmarking, multicast and reserved IPv4. */
const insideIpv4 =
  /^(0|10|127|169\.254|192\.168|192\.0\.0|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])|198\.1[89]|22[4-9]|2[3-5]\d)\./;

/** Whatever begins with zeros (loopback, mapped IPv4), NAT64, local, link-local, site-local, multicast IPv6. */
const insideIpv6 = /^(::|64:ff9b:|f[cd]|fe[89a-f]|ff)/;

/** Whether a host or address is this computer or in a private network, as far as its text tells. */
export function isInside(hostname: string): boolean {
  // A dot at the end means the same host.
  const host = hostname.replace(/\.$/, '').replace(/^\[|\]$/g, '');
  switch (isIP(host)) {
    case 4:
      return insideIpv4.test(host);
    case 6:
      return insideIpv6.test(host);
    default:
      // A name without a dot is only known inside.
      return !host.includes('.') || insideNames.test(host);
  }
}
