import { createRoot } from 'solid-js';
import { beforeEach, describe, expect, test } from 'vitest';
import type {
  CallAnswer,
  FoundNotices,
  NoticeQuery,
  NoticeView,
} from '../../../../src-main/ipc/contract.ts';
import { dayText, sizeText } from '../../../../src-renderer/history/amounts.ts';
import {
  createNoticeSearch,
  isNarrowed,
  type NoticeSearch,
  noFilters,
  queryOf,
} from '../../../../src-renderer/history/search.ts';
import { notice } from '../samples.ts';

interface Asked {
  readonly query: NoticeQuery;
  readonly cursor: string | null;
  readonly answer: (answer: CallAnswer<FoundNotices>) => Promise<void>;
}

let asked: Asked[];
let waiting: (() => void)[];
let search: NoticeSearch;

const page = (ids: readonly string[], next: string | null = null) =>
  ({ ok: true, data: { items: ids.map((id): NoticeView => notice(id)), next } }) as const;
const ids = () => search.items().map(({ id }) => id);
/** The reader stops typing. */
const pauseTyping = () => {
  for (const act of waiting.splice(0)) act();
};

beforeEach(() => {
  asked = [];
  waiting = [];
  search = createRoot(() =>
    createNoticeSearch({
      ask: (query, cursor) =>
        new Promise((resolve) => {
          const answer = async (given: CallAnswer<FoundNotices>) => {
            resolve(given);
            await Promise.resolve();
            await Promise.resolve();
          };
          asked.push({ query, cursor, answer });
        }),
      now: () => 1_000_000_000_000,
      later: (act) => {
        waiting.push(act);
        return () => {
          waiting = waiting.filter((other) => other !== act);
        };
      },
    }),
  );
});

test('begins with everything', async () => {
  search.open();
  expect(search.state()).toBe('searching');
  await asked[0]?.answer(page(['b', 'a'], 'more'));
  expect([ids(), search.state(), search.hasMore()]).toEqual([['b', 'a'], 'done', true]);
});

test('asks once the reader pauses typing', () => {
  search.open();
  for (const text of ['t', 'te', 'tea']) search.type(text);
  expect(asked).toHaveLength(1);
  pauseTyping();
  expect(asked.map(({ query }) => query.text)).toEqual(['', 'tea']);
});

test('an answer that comes late is not taken for the newest', async () => {
  search.open();
  search.narrow({ unreadOnly: true });
  await asked[1]?.answer(page(['new']));
  await asked[0]?.answer(page(['old']));
  expect(ids()).toEqual(['new']);
});

test('pages follow on each other, and nothing stands there twice', async () => {
  search.open();
  await asked[0]?.answer(page(['d', 'c'], 'more'));
  const loaded = search.loadMore();
  expect(asked[1]?.cursor).toBe('more');
  await asked[1]?.answer(page(['c', 'b'], null));
  await loaded;
  expect([ids(), search.hasMore()]).toEqual([['d', 'c', 'b'], false]);
  expect(await search.loadMore()).toMatchObject({ ok: true });
  expect(asked).toHaveLength(2);
});

test('a page of an earlier question is dropped', async () => {
  search.open();
  await asked[0]?.answer(page(['b'], 'more'));
  const loaded = search.loadMore();
  search.narrow({ kind: 'chat' });
  await asked[2]?.answer(page(['x']));
  await asked[1]?.answer(page(['a']));
  await loaded;
  expect(ids()).toEqual(['x']);
});

test('what was on its way when the reader typed on is not taken for the answer', async () => {
  search.open('te');
  search.type('tea');
  await asked[0]?.answer(page(['old']));
  expect([search.state(), ids()]).toEqual(['searching', []]);
  pauseTyping();
  await asked[1]?.answer(page(['new']));
  expect([search.state(), ids()]).toEqual(['done', ['new']]);
});

test('no page is asked for while the cursor belongs to an earlier question', async () => {
  search.open();
  await asked[0]?.answer(page(['b'], 'more'));
  search.narrow({ kind: 'chat' });
  expect(await search.loadMore()).toMatchObject({ ok: true });
  expect(asked).toHaveLength(2);
  await asked[1]?.answer(page(['x'], 'more of these'));
  void search.loadMore();
  expect(asked[2]?.cursor).toBe('more of these');
});

test('the same question asked again is told from another one', async () => {
  search.open();
  await asked[0]?.answer(page(['b', 'a']));
  const first = search.question();
  search.again();
  await asked[1]?.answer(page(['b']));
  expect(search.question()).toBe(first);
  search.narrow({ kind: 'chat' });
  expect(search.question()).toBe(first);
  await asked[2]?.answer(page(['x']));
  expect(search.question()).toEqual({ text: '', filters: { ...noFilters, kind: 'chat' } });
});

test('what was opened is shown as read, and stays the same thing', async () => {
  search.open();
  await asked[0]?.answer(page(['b', 'a']));
  const before = search.items();
  search.markRead('a');
  expect(search.items().map(({ read }) => read)).toEqual([false, true]);
  expect(search.items()[1]).toBe(before[1]);
});

test('a failure is shown with its sentence, and can be tried again', async () => {
  search.open();
  await asked[0]?.answer({ ok: false, error: 'The disk is gone.' });
  expect([search.state(), search.error()]).toEqual(['failed', 'The disk is gone.']);
  search.again();
  await asked[1]?.answer(page(['a']));
  expect([search.state(), search.error(), ids()]).toEqual(['done', '', ['a']]);
});

test('closed, it forgets everything, and what is on its way does not open it again', async () => {
  search.open('tea');
  search.narrow({ silentOnly: true });
  search.type('more tea');
  search.close();
  pauseTyping();
  await asked[1]?.answer(page(['a']));
  expect([search.isOpen(), search.text(), search.filters(), ids()]).toEqual([
    false,
    '',
    noFilters,
    [],
  ]);
  expect(asked).toHaveLength(2);
  search.again();
  expect(asked).toHaveLength(2);
});

test('opened again, it calls to its field and asks nothing', () => {
  search.open();
  expect(search.wantsFocus()).toBe(true);
  search.focusTaken();
  expect(search.wantsFocus()).toBe(false);
  search.open();
  expect([search.wantsFocus(), asked.length]).toEqual([true, 1]);
  search.open('@bob');
  expect(asked.at(-1)?.query.text).toBe('@bob');
});

test.each([
  [{}, false],
  [{ kind: 'chat' }, true],
  [{ accountId: 'alice' }, true],
  [{ period: 'day' }, true],
  [{ unreadOnly: true }, true],
  [{ silentOnly: true }, true],
] as const)('whether %j leaves anything out: %s', (changes, narrowed) => {
  expect(isNarrowed({ ...noFilters, ...changes })).toBe(narrowed);
});

describe('what is asked', () => {
  const day = 24 * 60 * 60_000;

  test('filters become a query', () => {
    const filters = { ...noFilters, kind: 'follow', period: 'week', silentOnly: true } as const;
    expect(queryOf('  tea ', filters, 100 * day)).toEqual({
      text: 'tea',
      accountId: null,
      kinds: ['follow'],
      from: 93 * day,
      until: null,
      unreadOnly: false,
      silentOnly: true,
    });
  });
});

test('amounts are told in the units of each language', () => {
  expect([0, 900, 2_048, 9_876_543, 5 * 1024 ** 4].map((bytes) => sizeText(bytes, 'en'))).toEqual([
    '0 byte',
    '900 byte',
    '2 kB',
    '9.4 MB',
    '5,120 GB',
  ]);
  expect(sizeText(9_876_543, 'ja')).toBe('9.4 MB');
  expect(dayText(Date.UTC(2026, 0, 14, 12), 'ko')).toContain('2026');
});
