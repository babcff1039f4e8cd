import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isInside } from './image-address.ts';

/** `dns.lookup`, asked for all addresses of a name. */
export type LookUpAll = (
  hostname: string,
  options: { readonly all: true },
  callback: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

/**
 * Looks names up for a socket and gives it only addresses of the public internet: a stranger's name may
 * point at the user's router. The socket connects to what is given here, so a name that points elsewhere
 * a moment later gains nothing. Fails where a name has no public address.
 */
export function publicLookup(lookUp: LookUpAll): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, []);
        return;
      }
      const open = addresses.filter(({ address }) => !isInside(address));
      const [first] = open;
      if (first === undefined) callback(new Error(`${hostname} is in a private network`), []);
      else if (options.all === true) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };
}
