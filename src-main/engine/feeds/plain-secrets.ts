import { isSecretName } from './secret-names.ts';
import type { FeedConnection } from './stored-feed.ts';
import { plainSecretIn } from './websocket/hello.ts';

/** What of a connection looks like a secret, and stands where it is kept and shown in the open. */
export interface PlainSecret {
  readonly where: 'address' | 'hello';
  /** What it is called there. */
  readonly name: string;
}

/** The first secret in the open; null where there is none. */
export function plainSecretOf(connection: FeedConnection): PlainSecret | null {
  for (const name of new URL(connection.url).searchParams.keys()) {
    if (isSecretName(name)) return { where: 'address', name };
  }
  const hello = connection.system === 'websocket' ? connection.hello : [];
  for (const text of hello) {
    const name = plainSecretIn(text);
    if (name !== null) return { where: 'hello', name };
  }
  return null;
}

/** The connection without what looks like a secret: what may go to another computer. */
export function withoutPlainSecrets(connection: FeedConnection): FeedConnection {
  const { searchParams } = new URL(connection.url);
  const names = [...searchParams.keys()].filter(isSecretName);
  // As it was written, where there is nothing to take out.
  const url = names.length === 0 ? connection.url : withoutParameters(connection.url, names);
  return connection.system === 'websocket'
    ? { ...connection, url, hello: connection.hello.filter((text) => plainSecretIn(text) === null) }
    : { ...connection, url };
}

function withoutParameters(address: string, names: readonly string[]): string {
  const url = new URL(address);
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}
