import type { User } from './schemas.ts';

/**
 * Addresses of the server's own pages (PROTOCOL §6), for a browser in which the user is signed in.
 * `origin` is the account's server; nothing here carries a token.
 */
export const links = {
  note: (origin: string, noteId: string) => `${origin}/notes/${encodeURIComponent(noteId)}`,
  user: (origin: string, user: Pick<User, 'username' | 'host'>) =>
    `${origin}/${handleOf(user).replace(/[/?#%\\]/g, encodeURIComponent)}`,
  hashtag: (origin: string, tag: string) => `${origin}/tags/${encodeURIComponent(tag)}`,
  notifications: (origin: string) => `${origin}/my/notifications`,
  followRequests: (origin: string) => `${origin}/my/follow-requests`,
  achievements: (origin: string) => `${origin}/my/achievements`,
  announcements: (origin: string) => `${origin}/announcements`,
  drive: (origin: string) => `${origin}/my/drive`,
  chat: (origin: string) => `${origin}/chat`,
  chatWith: (origin: string, other: 'user' | 'room', id: string) =>
    `${origin}/chat/${other}/${encodeURIComponent(id)}`,
  messaging: (origin: string) => `${origin}/my/messaging`,
  security: (origin: string) => `${origin}/settings/security`,
  /** Where a person revokes what an app was given: an app token cannot revoke itself (PROTOCOL §0.18). */
  connectedApps: (origin: string) => `${origin}/settings/apps`,
} as const;

/** `@alice`, or `@alice@example.social` for a person of another server. */
export function handleOf(user: Pick<User, 'username' | 'host'>): string {
  return user.host === null ? `@${user.username}` : `@${user.username}@${user.host}`;
}
