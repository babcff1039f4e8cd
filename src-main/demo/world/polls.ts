import { notify } from './inbox.ts';
import type { DemoNote, DemoUser } from './model.ts';
import type { World } from './world.ts';

/** Counts a vote and tells those who captured the note. Whether it is allowed is the caller's to know. */
export function vote(world: World, voter: DemoUser, note: DemoNote, choice: number): void {
  if (note.poll === null) return;
  const chosen = note.poll.votes.get(voter.id) ?? new Set<number>();
  note.poll.votes.set(voter.id, chosen.add(choice));
  world.events.publish({
    kind: 'noteUpdated',
    note,
    type: 'pollVoted',
    body: { choice, userId: voter.id },
  });
}

/** Ends the poll when its time has come. */
export function schedulePollEnd(world: World, note: DemoNote): void {
  const expiresAt = note.poll?.expiresAt ?? null;
  if (expiresAt === null) return;
  world.later(() => endPoll(world, note), Math.max(0, expiresAt - world.clock.now()));
}

/** Ends a poll now; its author and everybody who voted get `pollEnded`. Ending it twice does nothing. */
export function endPoll(world: World, note: DemoNote): void {
  if (note.poll === null || note.poll.ended || !world.notes.has(note.id)) return;
  note.poll.ended = true;
  note.poll.expiresAt = Math.min(note.poll.expiresAt ?? world.clock.now(), world.clock.now());
  for (const userId of new Set([note.userId, ...note.poll.votes.keys()]))
    notify(world, userId, { type: 'pollEnded', noteId: note.id });
}
