import { describe, expect, test } from 'vitest';
import type { FeedMarks, Notice } from '../../../src-main/engine/notices/notice.ts';
import type { NoticeQuery } from '../../../src-main/ipc/contract.ts';
import { type AppBench, alice, appBench, storedAccount } from '../../support/app-bench.ts';
import { sseOf } from '../../support/feeds-bench.ts';
import { aNotice, anEvent, anExcerpt, bob } from '../../support/samples.ts';

/** A Suzu with one feed, and with these accounts. */
async function feedBench(...accounts: readonly string[]) {
  const bench = appBench(accounts.map((id) => storedAccount(id)));
  await bench.accounts.start();
  const answer = await bench.commands.addFeed({
    name: 'Door',
    connection: sseOf('door.example'),
    rule: null,
  });
  if (!answer.ok) throw new Error(answer.error);
  const feedId = answer.data;
  return {
    ...bench,
    feedId,
    ring(sourceId: string, fields: Partial<Notice> = {}, marks: Partial<FeedMarks> = {}) {
      bench.bell.ring(anEvent(sourceId, { accountId: feedId, ...fields }, marks), false);
      return `${feedId}/${sourceId}`;
    },
  };
}

const rowsOf = ({ feed }: Pick<AppBench, 'feed'>) => feed.snapshot().notices.items;
const everything: NoticeQuery = {
  text: '',
  accountId: null,
  kinds: [],
  from: null,
  until: null,
  unreadOnly: false,
  silentOnly: false,
};

describe('what came in a feed is shown', () => {
  test('in the list, with its picture, where there is no account at all', async () => {
    const bench = await feedBench();
    const id = bench.ring('e1', { iconUrl: 'https://door.example/door.png' });
    expect(rowsOf(bench)).toMatchObject([
      {
        id,
        accountId: bench.feedId,
        type: 'event',
        icon: 'event',
        title: 'Door open',
        body: 'The front door',
        picture: 'suzu:door.example/door.png',
        person: null,
        group: null,
        noteId: null,
        actions: [],
        decision: 'shown',
        reasonText: null,
      },
    ]);
    expect(bench.feed.snapshot().place).toMatchObject({ view: 'notices', accountId: null });
  });

  test('as one row where its feed wants it told together', async () => {
    const bench = await feedBench();
    for (const id of ['e1', 'e2', 'e3']) bench.ring(id, {}, { group: 'the door' });
    expect(rowsOf(bench)).toMatchObject([{ title: 'Door open (3)', group: null }]);
  });

  test('like one of Misskey’s, but with nothing to answer', async () => {
    const bench = await feedBench(alice);
    const note = anExcerpt({ text: 'hello' });
    const person = { ...bob, username: '', host: 'far.example' };
    bench.ring('e1', { type: 'mention', heading: null, detail: null, person: bob, note });
    bench.ring('e2', { type: 'follow', heading: null, detail: null, person });
    expect(rowsOf(bench)).toMatchObject([
      { title: 'Bob followed you', actions: [], person: { name: 'Bob', handle: '' } },
      { title: 'Bob mentioned you', body: 'hello', actions: [], noteId: null },
    ]);
    bench.bell.ring(aNotice('n1', { type: 'mention', note }), true);
    expect(rowsOf(bench).find(({ accountId }) => accountId === alice)).toMatchObject({
      noteId: note.id,
      actions: ['reply', 'react'],
    });
  });

  test('with a reaction whose picture is nowhere but where it was said', async () => {
    const bench = await feedBench();
    const reacted = { type: 'reaction', heading: null, person: bob, note: anExcerpt() };
    bench.ring('e1', { ...reacted, reaction: { code: ':blob:', url: null } });
    expect(rowsOf(bench)[0]?.reaction).toMatchObject({ name: 'blob', image: null });
  });

  test('in a search, by its feed and by its kind', async () => {
    const bench = await feedBench(alice);
    const id = bench.ring('e1');
    bench.bell.ring(aNotice('n1'), true);
    const found = async (query: Partial<NoticeQuery>) => {
      const answer = await bench.commands.searchNotices({ ...everything, ...query }, null);
      return answer.ok ? answer.data.items.map((item) => item.id) : answer.error;
    };
    expect(await found({ text: 'front door' })).toEqual([id]);
    expect(await found({ kinds: ['event'] })).toEqual([id]);
    expect(await found({ accountId: bench.feedId })).toEqual([id]);
    expect(await found({ accountId: alice })).toEqual([`${alice}/n1`]);
  });

  test('no more once the feed is gone', async () => {
    const bench = await feedBench();
    bench.bell.ring(anEvent('e1', { accountId: 'feed-gone0000' }), false);
    expect(rowsOf(bench)).toEqual([]);
    const answer = await bench.commands.searchNotices(everything, null);
    expect(answer).toMatchObject({ ok: true, data: { items: [] } });
  });
});

describe('a click', () => {
  test('opens the page that the feed names', async () => {
    const bench = await feedBench();
    const url = 'https://door.example/log?id=1';
    bench.commands.openNotice(bench.ring('e1', { target: { kind: 'link', url } }));
    expect(bench.links).toEqual([url]);
    expect(bench.world.isShown).toBe(false);
    expect(rowsOf(bench)[0]?.read).toBe(true);
  });

  test.each(['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share'])(
    'opens nothing that is no page of the web (%s)',
    async (url) => {
      const bench = await feedBench();
      bench.commands.openNotice(bench.ring('e1', { target: { kind: 'link', url } }));
      expect(bench.links).toEqual([]);
    },
  );

  test('else leads to the list of notices', async () => {
    const bench = await feedBench();
    bench.feed.go({ view: 'settings' });
    bench.openTarget(bench.feedId, { kind: 'list' });
    expect(bench.world.isShown).toBe(true);
    expect(bench.feed.place.view).toBe('notices');
    expect(bench.links).toEqual([]);
  });
});

test('everything is read at once, what feeds told included', async () => {
  const bench = await feedBench(alice);
  bench.ring('e1');
  bench.bell.ring(aNotice('n1'), true);
  expect(bench.feed.feedViews()).toMatchObject([{ unread: 1 }]);
  await bench.commands.markAllRead();
  expect(bench.feed.feedViews()).toMatchObject([{ unread: 0 }]);
  expect(rowsOf(bench).every(({ read }) => read)).toBe(true);
});

test('a window that is open sees how many are unread', async () => {
  const bench = await feedBench();
  bench.world.hasWindow = true;
  bench.feed.snapshot();
  bench.ring('e1');
  await bench.clock.advance(1_000);
  const slices = bench.patches.flatMap((patch) => (patch.kind === 'slices' ? [patch.slices] : []));
  expect(slices.findLast(({ feeds }) => feeds !== undefined)?.feeds).toMatchObject([{ unread: 1 }]);
});
