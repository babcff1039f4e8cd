import type { ConnectionState } from '../streaming/connection.ts';
import { isCutOff } from '../streaming/cut-off.ts';
import { isLoopback } from './api/server-name.ts';

/** The server of an account or a feed, and how it is with it. */
interface Reached {
  readonly origin: string;
  readonly state: ConnectionState;
}

/**
 * Whether this computer is offline, going by what happened to connections: what systems say of it is wrong
 * too often to be believed before one has failed. Every server beyond this computer must have become
 * unreachable for want of a network. A single name that is not found may only be a server that is no more,
 * so that takes a second one, or the system's word.
 */
export function isOffline(sources: readonly Reached[], systemSaysOffline: boolean): boolean {
  const beyond = sources.filter(({ origin }) => !isLoopback(new URL(origin).hostname));
  if (beyond.length === 0 || !beyond.every(({ state }) => isCutOff(state))) return false;
  const isWithoutRoute = beyond.some(
    ({ state }) => state.name === 'waiting' && state.reason === 'no-route',
  );
  const servers = new Set(beyond.map(({ origin }) => origin));
  return isWithoutRoute || systemSaysOffline || servers.size > 1;
}
