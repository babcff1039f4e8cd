import type { IncomingHttpHeaders } from 'node:http';
import type { World } from '../world/world.ts';
import type { Caller } from './endpoint.ts';

const anonymous: Caller = { user: null, app: null };

/** The token of an `Authorization: Bearer` header; null without one. */
export function bearerToken(headers: IncomingHttpHeaders): string | null {
  const header = headers.authorization ?? '';
  return header.startsWith('Bearer ') ? header.slice('Bearer '.length) : null;
}

/** Whose token it is: null token = nobody, without an account; an unknown token gives null. */
export function callerOf(world: World, token: string | null): Caller | null {
  if (token === null) return anonymous;
  const found = world.tokens.get(token);
  const user = found === undefined ? undefined : world.users.get(found.userId);
  if (found === undefined || user === undefined) return null;
  return { user, app: found.permissions === null ? null : found };
}
