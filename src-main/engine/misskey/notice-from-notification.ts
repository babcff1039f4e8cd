import type { NoteExcerpt, Notice, Person, Reaction, Target } from '../notices/notice.ts';
import { findEmojiUrl, parseEmojiCode } from './emoji.ts';
import { oneLine, plainText, shorten } from './plain-text.ts';
import type { Note, Notification, User } from './schemas.ts';

/** Lengths in user-perceived characters; what a toast can show, with room to spare. */
const longest = { name: 60, text: 200, detail: 300 } as const;

/** The account that a notification came to. */
export interface Recipient {
  readonly id: string;
  /** `https://example.social`. */
  readonly origin: string;
}

/**
 * Turns a Misskey notification of any type (PROTOCOL §4) into a notice. Never fails: what is missing
 * is left out, and an unknown type keeps its person and note.
 */
export function noticeFromNotification(account: Recipient, notification: Notification): Notice {
  const { type, note } = notification;
  // Types without a notifier still tell whose note it is about.
  const user = notification.user ?? notification.invitation?.user ?? note?.user ?? null;
  return {
    id: `${account.id}/${notification.id}`,
    accountId: account.id,
    sourceId: notification.id,
    type,
    createdAt: notification.createdAt,
    person: user && personOf(user),
    reaction: reactionOf(account.origin, notification),
    note: note && excerptOf(type === 'renote' ? (note.renote ?? note) : note),
    detail: detailOf(notification),
    heading: cut(notification.header, longest.name),
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

function reactionOf(origin: string, { reaction, note }: Notification): Reaction | null {
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
      return { kind: 'page', page: 'drive' };
    case 'chatRoomInvitationReceived':
      return { kind: 'page', page: 'chat' };
    case 'login':
    case 'createToken':
      return { kind: 'page', page: 'security' };
    default:
      if (note !== null) {
        return { kind: 'note', noteId: type === 'renote' ? (note.renote?.id ?? note.id) : note.id };
      }
      if (user !== null) return { kind: 'user', username: user.username, host: user.host };
      return { kind: 'page', page: 'notifications' };
  }
}

function cut(text: string | null, length: number): string | null {
  const line = oneLine(text ?? '');
  return line === '' ? null : shorten(line, length);
}
