import type { Messages } from '../messages/index.ts';
import type { NoteExcerpt, Notice, Reaction } from './notice.ts';

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
  const detail = notice.detail ?? '';
  switch (notice.type) {
    case 'reaction':
      return { title: words.reaction(who, emojiOf(notice.reaction)), body };
    case 'mention':
      return { title: notice.note?.direct ? words.direct(who) : words.mention(who), body };
    case 'follow':
    case 'followRequestAccepted':
      return { title: followTitle(notice, who, messages), body: detail };
    case 'reply':
    case 'renote':
    case 'quote':
    case 'note':
    case 'pollVote':
    case 'receiveFollowRequest':
      return { title: words[notice.type](who), body };
    case 'reaction:grouped':
      return { title: words.reactions(namesOf([who], notice.others, messages)), body };
    case 'renote:grouped':
      return { title: words.renotes(namesOf([who], notice.others, messages)), body };
    case 'note:grouped':
      return { title: words.notes(namesOf([who], notice.others, messages)), body };
    case 'pollEnded':
    case 'noteScheduled':
    case 'scheduledNotePosted':
    case 'scheduledNotePostFailed':
    case 'sensitiveFlagAssigned':
      return { title: words[notice.type], body: body || detail };
    case 'scheduledNoteError':
      return { title: words.scheduledNotePostFailed, body: body || detail };
    case 'roleAssigned':
      return {
        title:
          notice.detail === null ? words.roleAssignedUnnamed : words.roleAssigned(notice.detail),
        body: '',
      };
    case 'newChatMessage':
      return wordChat(notice, who, messages);
    case 'chatRoomInvitationReceived':
      return { title: words.chatRoomInvitation(who), body: detail };
    case 'groupInvited':
      return { title: words.groupInvited(who), body: detail };
    case 'announcement':
      return { title: words.announcement(notice.heading ?? ''), body: detail };
    case 'achievementEarned':
      return { title: words.achievementEarned, body: '' };
    case 'exportCompleted':
      return { title: words.exportCompleted, body: exportedOf(notice, messages) };
    case 'login':
    case 'createToken':
      return { title: words[notice.type], body: words.securityHint };
    case 'app':
      return { title: notice.heading ?? words.app, body: detail };
    case 'event':
      return {
        title: notice.heading ?? (notice.person === null ? words.generic : words.genericBy(who)),
        body: body || detail,
      };
    case 'test':
      return { title: words.test, body: words.testBody };
    default:
      return {
        title: notice.person === null ? words.generic : words.genericBy(who),
        body: body || detail,
      };
  }
}

/** Both types have two meanings (PROTOCOL §0.16). */
function followTitle({ type, nuance }: Notice, who: string, { notice: words }: Messages): string {
  if (type === 'follow') {
    return nuance === 'accepted-here' ? words.followAccepted(who) : words.follow(who);
  }
  return nuance === 'request-accepted'
    ? words.requestAccepted(who)
    : words.followRequestAccepted(who);
}

function wordChat({ heading, detail }: Notice, who: string, { notice: words }: Messages): Wording {
  return {
    title: heading === null ? words.chatMessage(who) : words.chatRoomMessage(who, heading),
    // What has no words is a file.
    body: detail ?? `[${words.files(1)}]`,
  };
}

/** One or two names, and how many people there are besides. */
export function namesOf(
  [first = '', second]: readonly string[],
  others: number,
  { notice: { people } }: Messages,
): string {
  if (second !== undefined) {
    return others === 0 ? people.two(first, second) : people.twoAnd(first, second, others);
  }
  return others === 0 ? people.one(first) : people.oneAnd(first, others);
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

/** Why many notices are told in one: they came out of a gap, or what held them is over. */
export type DigestCause = 'missed' | keyof Messages['digest']['titleHeld'];

/** Many notices in one: how many, and of which kinds. */
export function wordDigest(
  notices: readonly Notice[],
  cause: DigestCause,
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
    title: (cause === 'missed' ? words.title : words.titleHeld[cause])(notices.length),
    body: parts.join(words.separator),
  };
}

/** How many of the newest a burst names. */
const namedInBurst = 3;

/**
 * Many notices of a feed that came in a short time.
 * @param newest some of them, newest first.
 * @param count how many there are.
 */
export function wordBurst(newest: readonly Notice[], count: number, messages: Messages): Wording {
  const titles = newest.map((notice) => wordNotice(notice, messages).title);
  return {
    title: messages.digest.titleBurst(count),
    body: [...new Set(titles)].slice(0, namedInBurst).join('\n'),
  };
}

function isKeyOf<Words extends object>(
  word: string,
  words: Words,
): word is Extract<keyof Words, string> {
  return Object.hasOwn(words, word);
}

/** A reaction as text; empty when there is none. */
export function emojiOf(reaction: Reaction | null): string {
  // A custom emoji has no place in the text of a toast: its name stands in, its picture is the icon.
  return reaction?.code.replace(/^:([^:@]+)@[^:]*:$/, ':$1:') ?? '';
}

function exportedOf({ detail }: Notice, { notice: words }: Messages): string {
  if (detail === null) return '';
  return isKeyOf(detail, words.exported) ? words.exported[detail] : detail;
}
