import { describe, expect, test } from 'vitest';
import type { Note } from '../../../../../src-main/engine/misskey/api/schemas.ts';
import { type PlayedAccount, playedAccount } from '../../../../support/played-account.ts';

/** What events change of a note. */
function live(note: Note | null) {
  if (note === null) return null;
  const { reactions, myReaction, poll, text } = note;
  return { reactions, myReaction, poll, text };
}

/** Something happens to one of the notes, and some time passes; now and then the connection is lost. */
async function turn(played: PlayedAccount, ids: readonly string[]): Promise<void> {
  const { random, between, watched, clock } = played;
  played.act(ids[Math.floor(random() * ids.length)] ?? '');
  const chance = random();
  if (chance < 0.04) await played.lose(between(10, 20_000));
  else if (chance < 0.1) watched.watch(ids.filter(() => random() < 0.5));
  else if (chance < 0.2) watched.watch(ids);
  else await clock.advance(between(0, 700));
}

describe('whatever happens, however late it is told, and whatever is lost with its connection', () => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
    'captured notes end as the server has them (%i)',
    async (seed) => {
      const played = playedAccount(seed);
      const { clock, server, notes, watched } = played;
      const ids = ['akari', 'jiho', 'mei', 'lukas'].map((author) =>
        server.postNote(author, { text: 'hello', poll: { choices: ['a', 'b'], multiple: true } }),
      );
      for (const id of ids) played.hold(id);
      await clock.advance(played.between(0, 8_000));
      watched.watch(ids);
      const countsOf = (id: string) => Object.values(notes.find(id)?.reactions ?? {});
      for (let count = 0; count < 60; count += 1) {
        await turn(played, ids);
        expect(Math.min(1, ...ids.flatMap(countsOf))).toBe(1);
      }
      watched.watch(ids);
      await clock.advance(200_000);
      expect(ids.map((id) => live(notes.find(id)))).toEqual(
        ids.map((id) => live(played.serverNote(id))),
      );
      played.stop();
      // What is on its way arrives at nobody's.
      await clock.advance(2_000);
      expect(clock.pending).toBe(0);
    },
  );
});
