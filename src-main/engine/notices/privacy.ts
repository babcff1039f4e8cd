import type { Messages } from '../messages/index.ts';
import { type PrivacyLevel, type PrivacySettings, privacyLevels } from '../settings/settings.ts';
import { namesOfMembers, wordGroup, wordReactions } from './group-wording.ts';
import { inGroupOfFeed, type Member, membersOf, type Row } from './groups.ts';
import type { Notice } from './notice.ts';
import { isSecurity } from './rules.ts';
import { type DigestCause, type Wording, wordBurst, wordDigest, wordNotice } from './wording.ts';

/**
 * How much toasts may tell at this moment: while the screen is locked, the stricter of the two levels.
 * @param locked null where the desktop does not tell, which counts as not locked.
 */
export function privacyNow(
  { level, levelWhileLocked }: PrivacySettings,
  locked: boolean | null,
): PrivacyLevel {
  if (locked !== true) return level;
  const strictness = (one: PrivacyLevel) => privacyLevels.indexOf(one);
  return strictness(levelWhileLocked) > strictness(level) ? levelWhileLocked : level;
}

/**
 * Puts a notice or a group into words. `who` says who did what, but nothing of what anybody wrote: no
 * text, warning, reaction, room, or heading. `something` says that there is something.
 */
export function wordRowAt(level: PrivacyLevel, row: Row, messages: Messages): Wording {
  const [{ notice }] = row;
  const members = membersOf(row.map((entry) => entry.notice));
  switch (level) {
    case 'all':
      return wordAll(notice, members, row.length, messages);
    case 'who':
      return wordWho(notice, members, row.length, messages);
    case 'something':
      return { title: messages.notice.generic, body: '' };
  }
}

/** Puts many notices into words: of which kinds they are is no secret but for `something`. */
export function wordDigestAt(
  level: PrivacyLevel,
  notices: readonly Notice[],
  cause: DigestCause,
  messages: Messages,
): Wording {
  const wording = wordDigest(notices, cause, messages);
  return level === 'something' ? { ...wording, body: '' } : wording;
}

/** As `wordBurst`; what the notices say is told by `all` alone. */
export function wordBurstAt(
  level: PrivacyLevel,
  newest: readonly Notice[],
  count: number,
  messages: Messages,
): Wording {
  return wordBurst(level === 'all' ? newest : [], count, messages);
}

/** Pictures to try as the icon, best first: a reaction's and an app's are content, a face tells who. */
export function iconsAt(
  level: PrivacyLevel,
  { reaction, iconUrl, person }: Notice,
): readonly string[] {
  const pictures: Readonly<Record<PrivacyLevel, readonly (string | null | undefined)[]>> = {
    all: [reaction?.url, iconUrl, person?.avatarUrl],
    who: [person?.avatarUrl],
    something: [],
  };
  return pictures[level].filter((url): url is string => typeof url === 'string');
}

function wordAll(
  notice: Notice,
  members: readonly Member[],
  count: number,
  messages: Messages,
): Wording {
  const wording = wordGroup(notice, members, count, messages);
  // A row shows the reactions as pictures; a toast has only words for them.
  const reactions = members.length > 1 && !inGroupOfFeed(notice) ? wordReactions(members) : '';
  return { ...wording, body: [reactions, wording.body].filter((part) => part !== '').join('\n') };
}

function wordWho(
  notice: Notice,
  members: readonly Member[],
  count: number,
  messages: Messages,
): Wording {
  if (notice.type === 'reaction') {
    return { title: messages.notice.reactions(namesOfMembers(members, messages)), body: '' };
  }
  // Of what was written, only these two are ever part of a title.
  const bare = { ...notice, detail: null, heading: null };
  const { title } = wordGroup(bare, members, count, messages);
  // What Suzu itself advises to do tells nothing private.
  return { title, body: isSecurity(notice) ? wordNotice(bare, messages).body : '' };
}
