import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveBench, liveBench, notificationOf } from '../../support/live-bench.ts';

let live: LiveBench;

beforeEach(async () => {
  live = await liveBench();
});

afterEach(() => live.end());

describe('one happening rings once', () => {
  /** Resolves once the server has said `unreadNotification` of it, two seconds after the first time. */
  const saidAgain = () =>
    new Promise<void>((resolve) => {
      live.server.world.events.subscribe((event) => {
        if (event.kind === 'main' && event.type === 'unreadNotification') resolve();
      });
    });

  test('a reply, though the server says it in six frames', async () => {
    const id = await live.online();
    live.engine.accounts.timelines.watch([{ accountId: id, key: 'home' }]);
    await live.engine.waitFor(
      () => live.engine.accounts.get(id)?.source?.timelines.get('home')?.status.state === 'ready',
    );
    const noteId = live.server.postNote(live.server.account, { text: 'mine' });
    const again = saidAgain();
    const reply = live.server.reply('akari', noteId, 'an answer');
    await again;
    await live.mark('after the reply');
    expect(live.engine.toasts[0]?.id).toBe(`${id}/${notificationOf(reply)}`);
    expect(live.titles()).toEqual(['あかり :neko_happy: replied to you', 'after the reply']);
    const inserted = live.engine.changes.flatMap((change) =>
      change.kind === 'insert' ? [change.note.id] : [],
    );
    expect(inserted).toEqual([noteId, reply.noteId]);
  });

  test('a reaction, with the emoji as its picture', async () => {
    const id = await live.online();
    const noteId = live.server.postNote(live.server.account, { text: 'a note of mine' });
    const again = saidAgain();
    const reaction = notificationOf(live.server.react('akari', noteId, ':neko_happy:'));
    await again;
    await live.mark('after the reaction');
    expect(live.titles()).toHaveLength(2);
    expect(live.engine.toasts[0]).toMatchObject({
      id: `${id}/${reaction}`,
      accountId: id,
      title: 'あかり :neko_happy: reacted with :neko_happy:',
      body: 'a note of mine',
      iconUrls: [
        `${live.named.origin}/emoji/neko_happy.webp`,
        expect.stringContaining(live.named.origin),
      ],
      target: { kind: 'note', noteId },
    });
  });

  test('each kind of act, with its own words', async () => {
    await live.online();
    const noteId = live.server.postNote(live.server.account, { text: 'mine' });
    live.server.follow('lukas');
    live.server.mention('jiho', 'hello there');
    live.server.dm('jiho', 'only you');
    live.server.reply('mei', noteId, 'an answer');
    live.server.renote('mei', noteId);
    live.server.quote('mei', noteId, 'a quote');
    live.server.react('mei', noteId, '👍');
    live.server.requestFollow('amelie');
    live.server.role('Gardener');
    live.server.export('following');
    live.server.notify('inventedByAFork', { body: 'words' }, 'mei');
    await live.mark('the end');
    const words = live.engine.toasts.map(({ title, body }) => `${title} | ${body}`);
    expect(words.map((line) => line.replaceAll(/@\w+ /g, ''))).toEqual([
      'Lukas Weber followed you | ',
      '지호 mentioned you | hello there',
      '지호 sent you a direct note | only you',
      '梅 Mei replied to you | an answer',
      '梅 Mei renoted your note | mine',
      '梅 Mei quoted your note | a quote',
      '梅 Mei reacted with 👍 | mine',
      'Amélie 🌸 asks to follow you | ',
      'You were given the role “Gardener” | ',
      'Your export is ready | People you follow',
      'New notification from 梅 Mei | words',
      'the end | mark',
    ]);
  });

  test('what is read elsewhere closes', async () => {
    const id = await live.online();
    live.server.follow('lukas');
    await live.engine.waitFor(() => live.engine.toasts.length === 1);
    live.server.readAll();
    await live.engine.waitFor(() => live.engine.closed.length === 1);
    expect(live.engine.closed).toEqual([live.engine.toasts[0]?.id]);
    expect(live.engine.history.unread(id)).toBe(0);
  });
});
