import { isLoopback } from '../misskey/api/server-name.ts';
import { type FeedSecrets, noSecrets } from './feed-secrets.ts';
import type { MqttConnection } from './mqtt/mqtt-connection.ts';

/** A server as a person typed it, in an address that only lacks its protocol. */
export interface PresetServer {
  readonly isSecure: boolean;
  /** With a port, if it is not the usual one. */
  readonly host: string;
  /** `host/path`, without a slash at its end. */
  readonly place: string;
}

const protocols: readonly string[] = ['https', 'http', 'wss', 'ws'];

/**
 * Reads `example.org`, `example.org:8080/path` or an address with `https:`, `http:`, `wss:` or `ws:`. Without a
 * protocol it is encrypted, except on this computer. Null when it names no server, and when it brings a name,
 * a password or a query: secrets have fields of their own.
 */
export function presetServer(typed: string): PresetServer | null {
  // Full-width letters and dots come from Japanese input methods.
  const text = typed.normalize('NFKC').trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && !protocols.includes(scheme)) return null;
  const address = scheme === undefined ? `https://${text}` : text.replace(/^ws/i, 'http');
  if (/\s/.test(text) || !URL.canParse(address)) return null;
  const { hostname, host, pathname, username, password, search, hash } = new URL(address);
  if (hostname === '' || [username, password, search, hash].some((part) => part !== ''))
    return null;
  return {
    isSecure: scheme === undefined ? !isLoopback(hostname) : scheme === 'https' || scheme === 'wss',
    host,
    place: `${host}${pathname.replace(/\/+$/, '')}`,
  };
}

/** An address on the server with `https:` or `http:`. */
export function webUrl({ isSecure, place }: PresetServer, path: string): string {
  return `${isSecure ? 'https' : 'http'}://${place}${path}`;
}

/** An address on the server with `wss:` or `ws:`. */
export function socketUrl({ isSecure, place }: PresetServer, path: string): string {
  return `${isSecure ? 'wss' : 'ws'}://${place}${path}`;
}

/** One topic of a broker, which is to keep what comes while Suzu is away. `unique`: see `FeedPreset.make`. */
export function topicConnection(
  server: PresetServer,
  filter: string,
  unique: string,
): MqttConnection {
  return {
    system: 'mqtt',
    url: socketUrl(server, ''),
    topics: [{ filter, qos: 1 }],
    // 3.1.1, which every broker speaks.
    version: 4,
    clientId: `suzu-${unique}`,
    persistent: true,
    retained: false,
  };
}

/** What was typed into a field; empty where it is not there. */
export function typedInto(values: Readonly<Record<string, string>>, field: string): string {
  return (Object.hasOwn(values, field) ? values[field] : undefined)?.trim() ?? '';
}

/** Whether a text can be part of a header: a token that was copied with a line's end cannot. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]{1,4096}$/.test(text);
}

/** Secrets of a single header; none where its value is empty. */
export function headerSecret(name: string, prefix: string, value: string): FeedSecrets {
  return value === '' ? noSecrets : { ...noSecrets, headers: { [name]: `${prefix}${value}` } };
}

/** A name and a password; empty ones are none. */
export function passwordSecrets(username: string, password: string): FeedSecrets {
  return {
    ...noSecrets,
    username: username === '' ? null : username,
    password: password === '' ? null : password,
  };
}
