import type { HistoryEntry } from './history.ts';
import type { Notice } from './notice.ts';

/** What a person may do about a notice. */
export const noticeActions = [
  'reply',
  'react',
  'follow-back',
  'accept-follow',
  'reject-follow',
  /** An announcement was read. */
  'confirm',
] as const;
export type NoticeAction = (typeof noticeActions)[number];

/** Those that are done once and need no more words. */
export type NoticeAnswer = Exclude<NoticeAction, 'reply' | 'react'>;

/** Whom an account follows as far as its own notices tell; see `followedPeople`. */
export type Followed = (notice: Notice) => boolean;

/**
 * What may be done about a notice, in the order to show. A note can be answered again and again; what is
 * decided once is not offered again. Feeds only tell.
 */
export function actionsOf(
  { notice, answered }: Pick<HistoryEntry, 'notice' | 'answered'>,
  follows: Followed,
): readonly NoticeAction[] {
  if (notice.feed !== undefined) return [];
  switch (notice.type) {
    case 'reply':
    case 'mention':
    case 'quote':
    case 'note':
      return notice.note === null ? [] : ['reply', 'react'];
    case 'follow':
      return answered === null && notice.person !== null && !follows(notice) ? ['follow-back'] : [];
    case 'receiveFollowRequest':
      return answered === null && notice.person !== null ? ['accept-follow', 'reject-follow'] : [];
    case 'announcement':
      return answered === null ? ['confirm'] : [];
    default:
      return [];
  }
}

/**
 * Tells of a notice whether its account is known to follow its person. A server does not say so with the
 * notification, but it raises `followRequestAccepted` for every follow (PROTOCOL §0.16), and what was
 * answered here is kept.
 */
export function followedPeople(entries: readonly HistoryEntry[]): Followed {
  const followed = new Set<string>();
  for (const { notice, answered } of entries) {
    const isFollowed = notice.type === 'followRequestAccepted' || answered === 'follow-back';
    if (isFollowed && notice.person !== null) followed.add(keyOf(notice));
  }
  return (notice) => followed.has(keyOf(notice));
}

function keyOf({ accountId, person }: Notice): string {
  return JSON.stringify([accountId, person?.userId]);
}
