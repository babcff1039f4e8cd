import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../src-main/engine/messages/index.ts';
import type { NoticeQuery } from '../../../src-main/ipc/contract.ts';
import { type AppBench, alice, appBench } from '../../support/app-bench.ts';
import { settle } from '../../support/fake-clock.ts';
import { aNotice, anExcerpt, reactionBy } from '../../support/samples.ts';

const words = messagesIn('en').history;
const everything: NoticeQuery = {
  text: '',
  accountId: null,
  kinds: [],
  from: null,
  until: null,
  unreadOnly: false,
  silentOnly: false,
};

/** Alice is online and has so many notices. */
async function benchWith(count: number): Promise<AppBench> {
  const bench = appBench();
  await bench.online();
  for (let number = 0; number < count; number += 1) {
    const createdAt = bench.clock.now() + number;
    bench.bell.ring(
      aNotice(`n${number}`, { createdAt, note: anExcerpt({ text: `no ${number}!` }) }),
      true,
    );
  }
  return bench;
}

async function found(bench: AppBench, query: Partial<NoticeQuery>, cursor: string | null = null) {
  const answer = await bench.commands.searchNotices({ ...everything, ...query }, cursor);
  if (!answer.ok) expect.fail(answer.error);
  return answer.data;
}

const idOf = (number: number) => `${alice}/n${number}`;

describe('a search', () => {
  test('answers page by page, newest first', async () => {
    const bench = await benchWith(120);
    const first = await found(bench, {});
    expect(first.items).toHaveLength(50);
    expect(first.items[0]?.id).toBe(idOf(119));
    const second = await found(bench, {}, first.next);
    const third = await found(bench, {}, second.next);
    expect(third.items.at(-1)?.id).toBe(idOf(0));
    expect(third.next).toBeNull();
  });

  test('finds what the list has in a group one by one', async () => {
    const bench = await benchWith(0);
    bench.bell.ring(reactionBy('Bob', 'r1'), true);
    bench.bell.ring(reactionBy('Ann', 'r2'), true);
    expect(bench.feed.snapshot().notices.items).toHaveLength(1);
    const { items } = await found(bench, { text: 'ann' });
    expect(items).toMatchObject([{ id: `${alice}/r2`, group: null, person: { name: 'Ann' } }]);
  });

  test('for what did not ring', async () => {
    const bench = await benchWith(2);
    bench.bell.pauseUntil(bench.clock.now() + 60_000);
    bench.bell.ring(aNotice('quiet', { createdAt: bench.clock.now() }), true);
    expect((await found(bench, { silentOnly: true })).items).toMatchObject([
      { id: `${alice}/quiet`, decision: 'held' },
    ]);
  });

  test('what it found opens, though only the archive has it', async () => {
    const bench = await benchWith(1);
    await found(bench, {});
    bench.history.remove(alice, [idOf(0)]);
    bench.commands.openNotice(idOf(0));
    await settle();
    expect(bench.links).toHaveLength(1);
    // The next search knows nothing of it any more.
    await found(bench, {});
    bench.commands.openNotice(idOf(0));
    await settle();
    expect(bench.links).toHaveLength(1);
  });
});

describe('erasing', () => {
  test('all takes the list, what is unread, and the toasts along', async () => {
    const bench = await benchWith(3);
    expect(await bench.commands.eraseHistory({ accountId: null, before: null })).toEqual({
      ok: true,
    });
    expect(bench.feed.snapshot().notices.items).toEqual([]);
    expect(bench.history.unread(alice)).toBe(0);
    expect(bench.file.lines.join()).not.toContain('no 1!');
    // It stays known: nothing rings again.
    expect(bench.history.isKnown(alice, 'n1')).toBe(true);
  });

  test('before a date leaves what is newer', async () => {
    const bench = await benchWith(3);
    const before = bench.clock.now() + 2;
    await bench.commands.eraseHistory({ accountId: alice, before });
    expect(bench.feed.snapshot().notices.items.map(({ id }) => id)).toEqual([idOf(2)]);
  });

  test('of another account leaves all', async () => {
    const bench = await benchWith(2);
    await bench.commands.eraseHistory({ accountId: 'bob@example.social', before: null });
    expect(bench.feed.snapshot().notices.items).toHaveLength(2);
  });

  test('that the disk refuses is told', async () => {
    const bench = await benchWith(2);
    bench.file.failure = new Error('EROFS');
    expect(await bench.commands.eraseHistory({ accountId: null, before: null })).toEqual({
      ok: false,
      error: words.eraseFailed,
    });
  });

  test('one notice, alone or with its group', async () => {
    const bench = await benchWith(0);
    for (const [name, id] of [
      ['Bob', 'r1'],
      ['Ann', 'r2'],
      ['Eve', 'r3'],
    ] as const) {
      bench.bell.ring(reactionBy(name, id), true);
    }
    await bench.commands.deleteNotice(`${alice}/r2`, false);
    expect((await found(bench, {})).items.map(({ id }) => id)).toEqual([
      `${alice}/r3`,
      `${alice}/r1`,
    ]);
    await bench.commands.deleteNotice(`${alice}/r3`, true);
    expect((await found(bench, {})).items).toEqual([]);
  });
});

describe('an export', () => {
  test('goes where the user says', async () => {
    const bench = await benchWith(1);
    const data = { path: '/export.csv' };
    expect(await bench.commands.exportHistory('csv')).toEqual({ ok: true, data });
    expect(bench.world.exported).toEqual(['/export.csv']);
  });

  test('goes nowhere when they would rather not', async () => {
    const bench = await benchWith(1);
    bench.world.hasFileToExport = false;
    expect(await bench.commands.exportHistory('json')).toEqual({ ok: true, data: { path: null } });
    expect(bench.world.exported).toEqual([]);
  });

  test('that the disk refuses is told', async () => {
    const bench = await benchWith(1);
    bench.world.isDiskFull = true;
    expect(await bench.commands.exportHistory('json')).toEqual({
      ok: false,
      error: words.exportFailed,
    });
  });
});

test('how much is kept', async () => {
  const bench = await benchWith(3);
  expect(await bench.commands.getHistoryExtent()).toMatchObject({
    ok: true,
    data: { count: 3, bytes: bench.file.size() },
  });
});

test('how much is kept is told once narrower bounds are in effect', async () => {
  const bench = await benchWith(3);
  let end = () => {};
  bench.world.tidied = new Promise((resolve) => {
    end = resolve;
  });
  const answer = bench.commands.getHistoryExtent();
  await settle();
  await bench.history.erase({ noticeIds: [idOf(0)] });
  end();
  expect(await answer).toMatchObject({ ok: true, data: { count: 2 } });
});
