import type { Messages } from '../messages/index.ts';
import type { NoteExcerpt, Notice } from './notice.ts';

/** What a toast or a row says: a heading, and a second line that may be empty. */
export interface Wording {
  readonly title: string;
  readonly body: string;
}

/** Adds whose toast it is, on a line of its own: with several accounts the words alone do not tell. */
export function withLabel({ title, body }: Wording, label: string): Wording {
  return { title, body: body === '' ? label : `${body}\n${label}` };
}

/** Puts a notice into words. Every type of PROTOCOL §4 has its own; others get a generic sentence. */
export function wordNotice(notice: Notice, messages: Messages): Wording {
  const words = messages.notice;
  const who = notice.person?.name ?? words.someone;
  const body = notice.note === null ? '' : wordExcerpt(notice.note, messages);
  switch (notice.type) {
    case 'reaction':
      return { title: words.reaction(who, emojiOf(notice)), body };
    case 'mention':
      return { title: notice.note?.direct ? words.direct(who) : words.mention(who), body };
    case 'follow':
    case 'reply':
    case 'renote':
    case 'quote':
    case 'note':
    case 'pollVote':
    case 'receiveFollowRequest':
      return { title: words[notice.type](who), body };
    case 'followRequestAccepted':
      return { title: words.followRequestAccepted(who), body: notice.detail ?? '' };
    case 'pollEnded':
    case 'scheduledNotePosted':
    case 'scheduledNotePostFailed':
      return { title: words[notice.type], body };
    case 'roleAssigned':
      return {
        title:
          notice.detail === null ? words.roleAssignedUnnamed : words.roleAssigned(notice.detail),
        body: '',
      };
    case 'chatRoomInvitationReceived':
      return { title: words.chatRoomInvitation(who), body: notice.detail ?? '' };
    case 'achievementEarned':
      return { title: words.achievementEarned, body: '' };
    case 'exportCompleted':
      return { title: words.exportCompleted, body: exportedOf(notice, messages) };
    case 'login':
    case 'createToken':
      return { title: words[notice.type], body: words.securityHint };
    case 'app':
      return { title: notice.heading ?? words.app, body: notice.detail ?? '' };
    case 'test':
      return { title: words.test, body: words.testBody };
    default:
      return {
        title: notice.person === null ? words.generic : words.genericBy(who),
        body: body || (notice.detail ?? ''),
      };
  }
}

/** The start of a note in words; what a content warning covers stays covered. */
export function wordExcerpt(note: NoteExcerpt, { notice: words }: Messages): string {
  if (note.cw !== null) return words.contentWarning(note.cw);
  if (note.hidden) return words.hidden;
  const attached = [
    note.files > 0 ? `[${words.files(note.files)}]` : '',
    note.poll ? `[${words.poll}]` : '',
  ];
  return [note.text, ...attached].filter((part) => part !== '').join(' ');
}

/** The many notices of a gap in one: how many, and of which kinds. */
export function wordDigest(
  notices: readonly Notice[],
  why: 'missed' | 'paused',
  { digest: words }: Messages,
): Wording {
  const counts = new Map<keyof typeof words.kinds, number>();
  for (const { type } of notices) {
    const kind = isKeyOf(type, words.kinds) ? type : 'other';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const parts = [...counts]
    .sort(([a, countA], [b, countB]) =>
      a === 'other' || b === 'other'
        ? Number(a === 'other') - Number(b === 'other')
        : countB - countA,
    )
    .map(([kind, count]) => words.kinds[kind](count));
  return {
    title: why === 'paused' ? words.titlePaused(notices.length) : words.title(notices.length),
    body: parts.join(words.separator),
  };
}

function isKeyOf<Words extends object>(
  word: string,
  words: Words,
): word is Extract<keyof Words, string> {
  return Object.hasOwn(words, word);
}

function emojiOf({ reaction }: Notice): string {
  // A custom emoji has no place in the text of a toast: its name stands in, its picture is the icon.
  return reaction?.code.replace(/^:([^:@]+)@[^:]*:$/, ':$1:') ?? '';
}

function exportedOf({ detail }: Notice, { notice: words }: Messages): string {
  if (detail === null) return '';
  return isKeyOf(detail, words.exported) ? words.exported[detail] : detail;
}
