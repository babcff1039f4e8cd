import { randomInt } from 'node:crypto';
import type { DemoToken, DemoUser } from './model.ts';
import type { World } from './world.ts';

/** What Suzu asks for; what an app token has when nothing else is said. */
export const usualPermissions: readonly string[] = [
  'read:account',
  'read:notifications',
  'write:notifications',
  'write:reactions',
  'write:notes',
  'write:following',
  'write:votes',
  'write:mutes',
  'read:following',
  'read:channels',
  'read:chat',
];

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const randomText = (length: number) =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');

/** A new token; `permissions` null = a native one (16 characters), as the web client has it. */
export function issueToken(
  world: World,
  user: DemoUser,
  permissions: readonly string[] | null,
): DemoToken {
  const token = randomText(permissions === null ? 16 : 32);
  const issued: DemoToken = { token, userId: user.id, permissions };
  world.tokens.set(token, issued);
  return issued;
}
