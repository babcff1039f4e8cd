import type { Fetch } from '../../engine/fetch.ts';
import { mayFetch } from './image-address.ts';

/** Redirects that are followed. */
const mostRedirects = 3;

/**
 * Asks for what a server named, without cookies, token or referrer. Null where it, or a place it
 * redirects to, must not be fetched from, and where the redirects find no end. Rejects as `fetch` does.
 */
export type AskNamed = (
  url: string,
  init: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<Response | null>;

/** @param isOwnServer see `mayFetch`. */
export function askNamed(fetch: Fetch, isOwnServer: (host: string) => boolean): AskNamed {
  return async (url, { headers, signal }) => {
    let address = url;
    for (let followed = 0; followed <= mostRedirects; followed += 1) {
      if (!mayFetch(address, isOwnServer)) return null;
      const response = await fetch(address, {
        headers,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        // Followed by hand, so that each stop is checked like the first.
        redirect: 'manual',
        signal,
      });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null) return response;
      await response.body?.cancel();
      address = new URL(location, address).href;
    }
    return null;
  };
}

/** The whole body; null when it is longer than `most` bytes, or when there is none. */
export async function readBounded(
  response: Response,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.body === null) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, length));
}
