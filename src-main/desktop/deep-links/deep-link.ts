import { parseServerName } from '../../engine/misskey/api/server-name.ts';

/** Where a `suzu://` link leads. */
export type DeepLink =
  /** Fills the sign-in form: `suzu://sign-in?server=HOST`. */
  | { readonly kind: 'sign-in'; readonly server: string }
  /** `suzu://note?account=ID&id=NOTE`. */
  | { readonly kind: 'note'; readonly accountId: string; readonly noteId: string }
  /** `suzu://user?account=ID&acct=@name@host`. */
  | { readonly kind: 'user'; readonly accountId: string; readonly handle: string };

const longest = 2_048;

/** Whether an argument is meant as a link, well-formed or not. */
export function looksLikeLink(text: string): boolean {
  return /^suzu:/i.test(text);
}

/**
 * Reads a link that any page or program may have made: each parameter is there once, and nothing
 * else is. Null when it is no link of Suzu. Whether the account is there is for the caller to say.
 */
export function parseDeepLink(text: string): DeepLink | null {
  const url = text.length <= longest ? parsed(text) : null;
  if (url === null) return null;
  switch (url.hostname) {
    case 'sign-in': {
      const [typed] = valuesOf(url, ['server']) ?? [];
      const server = typed === undefined ? null : parseServerName(typed);
      return server && { kind: 'sign-in', server: server.origin.replace(/^https:\/\//, '') };
    }
    case 'note': {
      const [accountId = '', noteId = ''] = valuesOf(url, ['account', 'id']) ?? [];
      if (!isAccountId(accountId) || !/^[\w-]{1,64}$/.test(noteId)) return null;
      return { kind: 'note', accountId, noteId };
    }
    case 'user': {
      const [accountId = '', handle = ''] = valuesOf(url, ['account', 'acct']) ?? [];
      if (!isAccountId(accountId)) return null;
      if (!/^@[\w.-]{1,128}(?:@[\w.-]{1,253}(?::\d{1,5})?)?$/.test(handle)) return null;
      return { kind: 'user', accountId, handle };
    }
    default:
      return null;
  }
}

function parsed(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const { protocol, username, password, port, hash, pathname } = url;
  const isBare = [username, password, port, hash].every((part) => part === '');
  // Windows adds a slash to what is a host alone.
  return protocol === 'suzu:' && isBare && (pathname === '' || pathname === '/') ? url : null;
}

/** The values of exactly these parameters. */
function valuesOf({ searchParams }: URL, names: readonly string[]): string[] | null {
  if (searchParams.size !== names.length) return null;
  const values = names.flatMap((name) => searchParams.get(name) ?? []);
  return values.length === names.length ? values : null;
}

/** As Suzu makes them: `alice@example.social`, `127.0.0.1:3000`, with `#2` for a second one. */
function isAccountId(text: string): boolean {
  return text.length <= 512 && /^[\w.@:[\]-]+(?:#\d{1,3})?$/.test(text);
}
