import type { Messages } from '../messages/index.ts';
import { inGroupOfFeed, type Member } from './groups.ts';
import type { Notice } from './notice.ts';
import { emojiOf, namesOf, type Wording, wordExcerpt, wordNotice } from './wording.ts';

/**
 * Puts a group into words: who, newest first, and the start of the note. One person alone reads as
 * that person's notice. A group of a feed's reads as its newest notice, with how many there are.
 * @param newest the group's newest notice.
 * @param count how many notices there are in the group.
 */
export function wordGroup(
  newest: Notice,
  members: readonly Member[],
  count: number,
  messages: Messages,
): Wording {
  if (inGroupOfFeed(newest)) return wordCounted(newest, count, messages);
  if (members.length < 2) return wordNotice(newest, messages);
  const words = messages.notice;
  const people = namesOfMembers(members, messages);
  return {
    title: newest.type === 'renote' ? words.renotes(people) : words.reactions(people),
    body: newest.note === null ? '' : wordExcerpt(newest.note, messages),
  };
}

function wordCounted(newest: Notice, count: number, messages: Messages): Wording {
  const { title, body } = wordNotice(newest, messages);
  return { title: count < 2 ? title : messages.notice.counted(title, count), body };
}

/** One or two names, and how many people there are besides. */
export function namesOfMembers(members: readonly Member[], messages: Messages): string {
  const names = members.slice(0, 2).map(({ person }) => person?.name ?? messages.notice.someone);
  return namesOf(names, members.length - names.length, messages);
}

/** Kinds of reactions that a toast names. */
const mostKinds = 8;

/** With which emojis, the newest first and each with its number; empty where nobody reacted. */
export function wordReactions(members: readonly Member[]): string {
  const counts = new Map<string, number>();
  for (const { reaction } of members) {
    const emoji = emojiOf(reaction);
    if (emoji !== '') counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  }
  const kinds = [...counts].map(([emoji, count]) => (count === 1 ? emoji : `${emoji}×${count}`));
  return [...kinds.slice(0, mostKinds), ...(kinds.length > mostKinds ? ['…'] : [])].join(' ');
}
