import type { Messages } from '../../engine/messages/index.ts';
import { handleOf } from '../../engine/misskey/links.ts';
import type { HistoryEntry } from '../../engine/notices/history.ts';
import type { Notice, Person } from '../../engine/notices/notice.ts';
import type { DecisionReason } from '../../engine/notices/rules.ts';
import { wordNotice } from '../../engine/notices/wording.ts';
import type { NoticeIcon, NoticeView, PersonView } from '../contract.ts';
import { emojiImages, type ImageAddresses, imageOrNull } from './images.ts';
import { reactionView } from './note-view.ts';

const icons: Readonly<Record<string, NoticeIcon>> = {
  reaction: 'reaction',
  follow: 'follow',
  receiveFollowRequest: 'follow-request',
  followRequestAccepted: 'follow-accepted',
  mention: 'mention',
  reply: 'reply',
  renote: 'renote',
  quote: 'quote',
  note: 'note',
  pollVote: 'poll',
  pollEnded: 'poll',
  scheduledNotePosted: 'note',
  scheduledNotePostFailed: 'note',
  chatRoomInvitationReceived: 'chat',
  roleAssigned: 'role',
  achievementEarned: 'achievement',
  exportCompleted: 'export',
  login: 'security',
  createToken: 'security',
  app: 'app',
};

/** A kept notice as the window shows it, in the language of `messages`. `origin` is its account's server. */
export function noticeView(
  entry: HistoryEntry,
  origin: string,
  messages: Messages,
  images: ImageAddresses,
): NoticeView {
  const { notice, decision, read } = entry;
  return {
    id: notice.id,
    accountId: notice.accountId,
    type: notice.type,
    icon: Object.hasOwn(icons, notice.type) ? (icons[notice.type] ?? 'generic') : 'generic',
    createdAt: notice.createdAt,
    person: notice.person && personOfNotice(notice.person, images),
    ...wordNotice(notice, messages),
    reaction: reactionOf(notice, origin, images),
    decision: decision.decision,
    reasonText: reasonText(decision.reason, messages),
    read,
  };
}

function personOfNotice(person: Person, images: ImageAddresses): PersonView {
  return {
    userId: person.userId,
    name: person.name,
    handle: handleOf(person),
    host: person.host,
    avatar: imageOrNull(images, person.avatarUrl),
    emojis: emojiImages(images, person.emojis),
    isBot: person.isBot,
    isCat: person.isCat,
  };
}

function reactionOf({ reaction }: Notice, origin: string, images: ImageAddresses) {
  if (reaction === null) return null;
  const view = reactionView(origin, reaction.code, {}, 1, false, images);
  return reaction.url === null ? view : { ...view, image: images.address(reaction.url) };
}

function reasonText(reason: DecisionReason, messages: Messages): string | null {
  return reason === 'live' || reason === 'missed' ? null : messages.reason[reason];
}
