import { asideId } from '../../notices/history-memory.ts';
import type { Notice } from '../../notices/notice.ts';
import { plainText } from '../notes/plain-text.ts';
import type { Announcement } from './inbox-schemas.ts';
import { cut, longest, type Recipient } from './notice-from-notification.ts';

/** Turns an announcement of the server, to everybody or to the account alone, into a notice. */
export function noticeFromAnnouncement(account: Recipient, announcement: Announcement): Notice {
  const sourceId = asideId('announcement', announcement.id);
  return {
    id: `${account.id}/${sourceId}`,
    accountId: account.id,
    sourceId,
    type: 'announcement',
    createdAt: announcement.createdAt,
    person: null,
    others: 0,
    reaction: null,
    note: null,
    detail: cut(plainText(announcement.text ?? ''), longest.detail),
    heading: cut(announcement.title, longest.name),
    nuance: announcement.silence ? 'silent' : null,
    iconUrl: null,
    target: { kind: 'page', page: 'announcements' },
  };
}
