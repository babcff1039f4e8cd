/** The cookies of one origin, for as long as its feed runs. */
export interface Cookies {
  /** Takes the `Set-Cookie` headers of an answer from that address. */
  keep(url: URL, headers: readonly string[]): void;
  /** The `Cookie` header for a request; what the user gave is in it, unless the server renewed it. Null = none. */
  header(url: URL, given: string | null): string | null;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  /** Ms since the epoch; null = as long as the feed runs. */
  readonly until: number | null;
}

/** Cookies, and characters of the name and the value of one: as much as browsers promise, for a single address. */
const most = 20;
const longest = 4_096;

/**
 * What a feed needs of RFC 6265, such as the cookie by which a load balancer finds the same server again. All
 * cookies stay with the origin that set them, so `Domain` widens nothing, and `SameSite` and `HttpOnly` have no
 * meaning; `Path`, `Max-Age`, `Expires` and `Secure` are kept to.
 *
 * @param now ms since the epoch.
 */
export function createCookies(now: () => number): Cookies {
  /** By name and path, the latest last. */
  const kept = new Map<string, Cookie>();

  const drop = (isOver: (cookie: Cookie) => boolean) => {
    for (const [key, cookie] of kept) if (isOver(cookie)) kept.delete(key);
  };

  return {
    keep(url, headers) {
      for (const header of headers) {
        const cookie = cookieOf(header, url, now());
        if (cookie === null) continue;
        const key = `${cookie.name};${cookie.path}`;
        kept.delete(key);
        kept.set(key, cookie);
      }
      drop(({ until }) => until !== null && until <= now());
      for (const key of [...kept.keys()].slice(0, -most)) kept.delete(key);
    },
    header(url, given) {
      drop(({ until }) => until !== null && until <= now());
      const fitting = [...kept.values()]
        .filter(({ path }) => isWithin(url.pathname, path))
        .sort((one, other) => other.path.length - one.path.length);
      const renewed = new Set(fitting.map(({ name }) => name));
      const pairs = [
        ...pairsOf(given ?? '').filter((pair) => !renewed.has(nameOf(pair))),
        ...fitting.map(({ name, value }) => `${name}=${value}`),
      ];
      return pairs.length === 0 ? null : pairs.join('; ');
    },
  };
}

/** Null where it is none that can be kept and sent back. */
function cookieOf(header: string, url: URL, now: number): Cookie | null {
  const [pair = '', ...attributes] = header.split(';');
  const [name, value] = split(pair);
  if (name === '' || !pair.includes('=') || !/^[\t\x20-\x7e\x80-\xff]*$/.test(pair)) return null;
  if (name.length + value.length > longest) return null;
  const said = new Map(
    attributes.map((attribute) => {
      const [key, what] = split(attribute);
      return [key.toLowerCase(), what] as const;
    }),
  );
  if (said.has('secure') && url.protocol !== 'https:') return null;
  const path = said.get('path') ?? '';
  return {
    name,
    value,
    path: path.startsWith('/') ? path : folderOf(url.pathname),
    until: untilOf(said, now),
  };
}

/** `Max-Age` wins over `Expires`; null where neither can be read. */
function untilOf(said: ReadonlyMap<string, string>, now: number): number | null {
  const maxAge = said.get('max-age') ?? '';
  if (/^-?\d+$/.test(maxAge)) return now + Number(maxAge) * 1_000;
  const expires = Date.parse(said.get('expires') ?? '');
  return Number.isNaN(expires) ? null : expires;
}

/** RFC 6265, 5.1.4. */
function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

function pairsOf(header: string): readonly string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '');
}

function nameOf(pair: string): string {
  return split(pair)[0];
}

/** Without `=` all is the name, as an attribute's. */
function split(pair: string): readonly [name: string, value: string] {
  const at = pair.indexOf('=');
  return at === -1 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}
