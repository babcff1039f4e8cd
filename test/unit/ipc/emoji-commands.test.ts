import { beforeEach, describe, expect, test } from 'vitest';
import { startingChoices } from '../../../src-main/engine/misskey/notes/emoji-choices.ts';
import { type AppBench, alice, appBench, dana, storedAccount } from '../../support/app-bench.ts';
import { apiFailure } from '../../support/fake-api.ts';
import { settle } from '../../support/fake-clock.ts';

let bench: AppBench;

beforeEach(async () => {
  bench = appBench([storedAccount(alice), storedAccount(dana)]);
  await bench.online();
  bench.world.hasWindow = true;
});

describe('the emoji picker', () => {
  test('gets the server’s emojis, and what the account used and pinned', async () => {
    bench.api.answer('emojis', () => ({
      emojis: [{ name: 'blob', aliases: ['b'], category: 'Blobs', isSensitive: true }],
    }));
    bench.api.answer('notes/reactions/create', () => new Response(null, { status: 204 }));
    expect(await bench.commands.react(alice, 'note-1', ':blob:')).toEqual({ ok: true });
    bench.commands.pinEmojis(alice, ['🎉', ':blob@.:']);
    expect(await bench.commands.loadEmojis(alice)).toEqual({
      ok: true,
      data: {
        custom: [{ name: 'blob', aliases: ['b'], category: 'Blobs', sensitive: true }],
        recent: [':blob:'],
        pinned: ['🎉', ':blob:'],
      },
    });
    const [first, second] = bench.world.accounts;
    expect(first?.emojis).toEqual({ recent: [':blob:'], pinned: ['🎉', ':blob:'] });
    expect(second?.emojis).toEqual(startingChoices);
  });

  test('does not remember a reaction that was refused', async () => {
    bench.api.answer('notes/reactions/create', () => apiFailure(400, 'NO_SUCH_NOTE'));
    expect(await bench.commands.react(alice, 'note-1', '👍')).toMatchObject({ ok: false });
    expect(bench.accounts.get(alice)?.stored.emojis).toEqual(startingChoices);
  });

  test('hears why there is nothing', async () => {
    bench.api.answer('emojis', () => apiFailure(500, 'INTERNAL_ERROR'));
    expect(await bench.commands.loadEmojis(alice)).toMatchObject({ ok: false });
    expect(await bench.commands.loadEmojis('nobody@example.social')).toMatchObject({ ok: false });
    bench.commands.pinEmojis('nobody@example.social', ['👍']);
  });
});

test('when the server’s emojis change, the window gets new addresses for their pictures', async () => {
  bench.commands.watchTimelines([{ accountId: alice, key: 'home' }]);
  await settle();
  bench.patches.length = 0;
  bench.sockets(alice).last.receive({ type: 'emojiAdded', body: { emoji: { name: 'suzu' } } });
  await bench.clock.advance(2_000);
  const resets = bench.patches.filter(({ kind }) => kind === 'timeline-reset');
  expect(resets).toMatchObject([{ timeline: { accountId: alice, key: 'home' } }]);
  expect(bench.patches.some((patch) => patch.kind === 'slices' && patch.slices.accounts)).toBe(
    true,
  );
});
