import { type MfmNode, toString as writtenMfm } from 'mfm-js';
import { withoutDirections } from './bidi.ts';
import { readableHost } from './host-name.ts';

/** The host a link leads to, in ASCII as the browser shows it; null for what is no web address. */
export function linkHost(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.host : null;
}

/**
 * The host to show beside a link's own text, or null where the text says it truly already. A text
 * can claim another address than the one it leads to.
 */
export function hostToShow(url: string, label: readonly MfmNode[]): string | null {
  const host = linkHost(url);
  if (host === null) return null;
  const text = withoutDirections(writtenMfm([...label]))
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '');
  const shown = readableHost(host);
  const saysHost = [host, shown].some((name) => text === name || text.startsWith(`${name}/`));
  return saysHost ? null : shown;
}

/**
 * The page of a note in the browser.
 *
 * @param host the account's server, with port; on this computer servers speak plain http
 */
export function noteAddress(host: string, noteId: string): string {
  const scheme = /^(localhost|127\.[\d.]+|\[::1\])(:|$)/.test(host) ? 'http' : 'https';
  return `${scheme}://${host}/notes/${encodeURIComponent(noteId)}`;
}

/** An address as a person reads it: no scheme, decoded, and shortened in the middle of its path. */
export function readableUrl(url: string): { readonly host: string; readonly rest: string } {
  const parsed = URL.parse(url);
  if (parsed === null) return { host: '', rest: withoutDirections(url) };
  const rest = decoded(parsed.pathname + parsed.search + parsed.hash);
  return { host: readableHost(parsed.host), rest: rest === '/' ? '' : shortened(rest) };
}

/**
 * Who a mention in a text means, as `openUser` takes it. `@bob` in a note from another server is that
 * server's bob.
 */
export function mentionHandle(
  mention: { readonly username: string; readonly host: string | null },
  authorHost: string | null,
): string {
  const host = mention.host ?? authorHost;
  return host === null ? `@${mention.username}` : `@${mention.username}@${host}`;
}

const longestRest = 60;

function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= longestRest) return text;
  return `${characters.slice(0, 36).join('')}…${characters.slice(-20).join('')}`;
}

/** Percent escapes as letters, unless that would make white space, controls or direction marks. */
function decoded(text: string): string {
  try {
    const plain = decodeURIComponent(text);
    return /[\s\p{C}]/u.test(plain) ? text : plain;
  } catch {
    return text;
  }
}
