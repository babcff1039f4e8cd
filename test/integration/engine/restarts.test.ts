import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveBench, liveBench, notificationOf } from '../../support/live-bench.ts';

let live: LiveBench;

beforeEach(async () => {
  live = await liveBench();
});

afterEach(() => live.end());

describe('the server stops and starts, five times, while events go on', () => {
  test('nothing is missing and nothing comes twice', async () => {
    const accountId = await live.online();
    const noteId = live.server.postNote(live.server.account, { text: 'mine' });
    const expected: string[] = [];
    const people = ['akari', 'jiho', 'mei', 'lukas', 'amelie'];
    const react = (from: string, emoji: string) =>
      expected.push(notificationOf(live.server.react(from, noteId, emoji)));
    for (const [round, person] of people.entries()) {
      // While it is up; the last one may still be on its way when the server goes.
      react(person, '👍');
      expected.push(notificationOf(live.server.app('live', `live ${round}`)));
      // Stopped in good order, and killed in the middle.
      await (round % 2 === 0 ? live.server.stop() : live.server.kill());
      react(person, '🎉');
      for (let n = 0; n < round * 2; n += 1)
        expected.push(notificationOf(live.server.app('away', `away ${round}.${n}`)));
      await live.engine.waitFor(() => live.engine.accounts.get(accountId)?.state.name !== 'online');
      await live.server.start();
      // Before the client is back.
      react(person, '❤');
      await live.engine.waitForState(accountId, 'online');
      // While it looks for what it missed.
      expected.push(notificationOf(live.server.app('back', `back ${round}`)));
      await live.engine.waitFor(() =>
        expected.every((id) => live.engine.history.isKnown(accountId, id)),
      );
    }
    await live.mark('the end');
    const kept = live.engine.kept().slice(0, -1);
    expect(kept.toSorted()).toEqual(expected.toSorted());
    // Each was told by a toast of its own, or was one of a digest or of a group that renewed its toast.
    const shown = new Set(
      live.engine.toasts.filter(({ target }) => target !== null).map(({ id }) => id),
    );
    const grouped = live.engine.trace.flatMap((event) =>
      event.at === 'decision' && event.decision === 'grouped' ? [event.id] : [],
    );
    expect([...shown, ...grouped].toSorted()).toEqual(
      [
        ...expected.map((id) => `${accountId}/${id}`),
        `${accountId}/${live.engine.kept().at(-1)}`,
      ].toSorted(),
    );
    const digests = live.engine.toasts.filter(({ target }) => target === null);
    expect(digests.length).toBeGreaterThan(0);
    expect(grouped.length).toBeGreaterThan(digests.length);
  });

  test('nor when the app starts anew in between', async () => {
    const accountId = await live.online();
    const first = notificationOf(live.server.app('live', 'first'));
    await live.engine.waitFor(() => live.titles().includes('first'));
    let missed = '';
    await live.restartApp(() => {
      missed = notificationOf(live.server.app('away', 'missed'));
    });
    await live.engine.waitFor(() => live.titles().includes('missed'));
    expect(live.titles()).toEqual(['missed']);
    expect(live.engine.kept()).toEqual([first, missed]);
    expect(live.engine.history.unread(accountId)).toBe(2);
  });
});
