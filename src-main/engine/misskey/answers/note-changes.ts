import type { Note } from '../api/schemas.ts';
import { withMyVote } from '../notes/note-update.ts';

/**
 * What an answer changes on a note, and its undo. All are pure, and return the very same object where
 * there is nothing to change: so an undo never touches what came from the server meanwhile.
 */

/** The note with the account's vote, counted from 0, if it still has one to give. */
export function withVote(note: Note, choice: number): Note {
  const { poll } = note;
  const hasVoted = poll?.choices.some(({ isVoted }) => isVoted) ?? false;
  return poll === null || (hasVoted && !poll.multiple) ? note : withMyVote(note, choice);
}

/** The note without the account's vote for a choice, counted from 0. */
export function withoutVote(note: Note, choice: number): Note {
  const { poll } = note;
  const voted = poll?.choices[choice];
  if (poll === null || voted === undefined || !voted.isVoted) return note;
  const choices = poll.choices.with(choice, {
    ...voted,
    isVoted: false,
    votes: Math.max(0, voted.votes - 1),
  });
  return { ...note, poll: { ...poll, choices } };
}

/**
 * The note with a renote or quote of the account counted (`by` 1) or no longer (-1). Servers do not
 * count those by the author.
 */
export function withMyRenote(note: Note, by: 1 | -1, userId: string | null): Note {
  if (note.user.id === userId) return note;
  return { ...note, renoteCount: Math.max(0, note.renoteCount + by) };
}
