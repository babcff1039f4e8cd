import { ApiError, type MisskeyApi } from '../api/api.ts';
import { miauthCheckSchema, type User } from '../api/schemas.ts';

/** The permissions that Suzu asks for, each with what it is used for. */
export const permissions = [
  // The account itself, its lists and antennas; without it there is no stream.
  'read:account',
  // What rings.
  'read:notifications',
  // To mark it as read.
  'write:notifications',
  // To react, and to take that back.
  'write:reactions',
  // To answer, quote, renote and delete.
  'write:notes',
  // To follow back, let in, and choose whose notes ring.
  'write:following',
  // To vote.
  'write:votes',
  // To mute whom one is tired of.
  'write:mutes',
  // Who waits to be let in.
  'read:following',
  // The channels that one follows, as timelines.
  'read:channels',
  // Chat messages that came meanwhile.
  'read:chat',
] as const;

/**
 * The consent page of one sign-in (PROTOCOL §5, MiAuth). `session` is a fresh UUID; without `callback`
 * the page ends by telling the user to go back to the app.
 */
export function consentUrl(
  origin: string,
  session: string,
  { name, callback }: { readonly name: string; readonly callback: string | undefined },
): string {
  const query = new URLSearchParams({ name, permission: permissions.join(',') });
  if (callback !== undefined) query.set('callback', callback);
  return `${origin}/miauth/${session}?${query}`;
}

export interface Granted {
  readonly token: string;
  readonly user: User;
}

/**
 * Asks whether the user has confirmed. The server hands the token out once; null = not confirmed yet,
 * denied (the server never says so), or handed out already (PROTOCOL §0.19).
 * @throws ApiError
 */
export async function checkConsent(api: MisskeyApi, session: string): Promise<Granted | null> {
  const answer = await api.call(`miauth/${session}/check`, {}, miauthCheckSchema);
  return answer.ok ? { token: answer.token, user: answer.user } : null;
}

/** Whether a failed check is worth another one. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    ['unreachable', 'server-error', 'rate-limited'].includes(error.kind)
  );
}
