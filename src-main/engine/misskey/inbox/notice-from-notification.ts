import { shorten } from '../../lines.ts';
import type {
  NoteExcerpt,
  Notice,
  Nuance,
  Person,
  Reaction,
  Target,
} from '../../notices/notice.ts';
import { oneLine } from '../../one-line.ts';
import type { Note, Notification, User } from '../api/schemas.ts';
import { findEmojiUrl, parseEmojiCode } from '../notes/emoji.ts';
import { plainText } from '../notes/plain-text.ts';

/** Lengths in user-perceived characters; what a toast can show, with room to spare. */
export const longest = { name: 60, text: 200, detail: 300 } as const;

/** The account that a notification came to. */
export interface Recipient {
  readonly id: string;
  /** `https://example.social`. */
  readonly origin: string;
}

/**
 * Turns a Misskey notification of any type (PROTOCOL §4) into a notice. Never fails: what is missing
 * is left out, and an unknown type keeps its person and note.
 * @param nuance what is known of it besides.
 */
export function noticeFromNotification(
  account: Recipient,
  notification: Notification,
  nuance: Nuance | null = null,
): Notice {
  const { type, note, users, reactions } = notification;
  const several = users.length > 0 ? users : reactions.map(({ user }) => user);
  // Types without a notifier still tell whose note it is about.
  const user =
    several[0] ?? notification.user ?? notification.invitation?.user ?? note?.user ?? null;
  return {
    id: `${account.id}/${notification.id}`,
    accountId: account.id,
    sourceId: notification.id,
    type,
    createdAt: notification.createdAt,
    person: user && personOf(user),
    others: Math.max(0, several.length - 1),
    reaction: reactionOf(account.origin, notification),
    note: note && excerptOf(isRenote(type) ? (note.renote ?? note) : note),
    detail: detailOf(notification),
    heading: cut(notification.header, longest.name),
    nuance,
    iconUrl: notification.icon,
    target: targetOf(notification, user),
  };
}

/** A person as a notice keeps it. */
export function personOf(user: User): Person {
  const { id: userId, username, host, avatarUrl, emojis, isBot, isCat } = user;
  const name = shorten(oneLine(user.name ?? ''), longest.name) || username;
  return { userId, username, host, name, avatarUrl, emojis, isBot, isCat };
}

function excerptOf(note: Note): NoteExcerpt {
  return {
    id: note.id,
    // What a content warning or the server hides is not kept at all.
    text:
      note.cw !== null || note.isHidden ? '' : shorten(plainText(note.text ?? ''), longest.text),
    cw: note.cw === null ? null : shorten(oneLine(note.cw), longest.text),
    hidden: note.isHidden,
    direct: note.visibility === 'specified',
    files: note.files.length,
    poll: note.poll !== null,
  };
}

function reactionOf(origin: string, { reactions, note, ...rest }: Notification): Reaction | null {
  const reaction = reactions[0]?.reaction ?? rest.reaction;
  if (reaction === null) return null;
  const emoji = parseEmojiCode(reaction);
  return {
    code: shorten(oneLine(reaction), 130),
    url: emoji && findEmojiUrl(origin, emoji, note?.reactionEmojis ?? {}),
  };
}

function detailOf(notification: Notification): string | null {
  switch (notification.type) {
    case 'roleAssigned':
      return cut(notification.role?.name ?? null, longest.name);
    case 'chatRoomInvitationReceived':
      return cut(notification.invitation?.room?.name ?? null, longest.name);
    case 'groupInvited':
      return cut(notification.invitation?.group?.name ?? null, longest.name);
    case 'exportCompleted':
      return cut(notification.exportedEntity, longest.name);
    case 'achievementEarned':
      return cut(notification.achievement, longest.name);
    case 'followRequestAccepted':
      return cut(notification.message, longest.detail);
    default:
      return cut(notification.body, longest.detail);
  }
}

function targetOf({ type, note }: Notification, user: User | null): Target {
  switch (type) {
    case 'receiveFollowRequest':
      return { kind: 'page', page: 'followRequests' };
    case 'achievementEarned':
      return { kind: 'page', page: 'achievements' };
    case 'exportCompleted':
    case 'sensitiveFlagAssigned':
      return { kind: 'page', page: 'drive' };
    case 'chatRoomInvitationReceived':
      return { kind: 'page', page: 'chat' };
    case 'login':
    case 'createToken':
      return { kind: 'page', page: 'security' };
    default:
      if (note !== null) {
        return { kind: 'note', noteId: isRenote(type) ? (note.renote?.id ?? note.id) : note.id };
      }
      if (user !== null) return { kind: 'user', username: user.username, host: user.host };
      return { kind: 'page', page: 'notifications' };
  }
}

function isRenote(type: string): boolean {
  return type === 'renote' || type === 'renote:grouped';
}

/** One line of at most so many characters; null when nothing is left. */
export function cut(text: string | null, length: number): string | null {
  const line = oneLine(text ?? '');
  return line === '' ? null : shorten(line, length);
}
