import { beforeEach, describe, expect, test } from 'vitest';
import { fetchTimelinePage } from '../../../../../src-main/engine/misskey/timelines/timeline-page.ts';
import {
  plainTimeline,
  type TimelineSpec,
} from '../../../../../src-main/engine/misskey/timelines/timelines.ts';
import { type FakeApi, fakeApi, type SeenCall } from '../../../../support/fake-api.ts';
import { rawNote } from '../../../../support/samples.ts';

const id = (n: number) => `n${String(n).padStart(4, '0')}`;

const tagged = (...anyOf: readonly (readonly string[])[]): TimelineSpec => ({
  ...plainTimeline('home'),
  kind: 'hashtag',
  anyOf,
});

interface Kept {
  readonly n: number;
  readonly tags: readonly string[];
}

let fake: FakeApi;

beforeEach(() => {
  fake = fakeApi();
});

/** A server that looks for the last tag of a query alone, as Misskey does (PROTOCOL §5). */
function keep(notes: readonly Kept[]): void {
  const newestFirst = [...notes].sort((a, b) => b.n - a.n);
  fake.answer('notes/search-by-tag', ({ parameters: { query, untilId, limit } }: SeenCall) => {
    const last = Array.isArray(query) ? query.flat().at(-1) : null;
    return newestFirst
      .filter(({ tags }) => tags.includes(String(last)))
      .filter(({ n }) => typeof untilId !== 'string' || id(n) < untilId)
      .slice(0, Number(limit))
      .map(({ n, tags }) => rawNote({ id: id(n), tags }));
  });
}

const range = (from: number, to: number, tags: readonly string[]): Kept[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ n: from + index, tags }));

const page = async (spec: TimelineSpec, limit: number, untilId?: string) => {
  const notes = await fetchTimelinePage(
    fake.api,
    spec,
    untilId === undefined ? { limit } : { limit, untilId },
  );
  return notes.map((note) => note.id);
};

const queries = () => fake.callsOf('notes/search-by-tag').map(({ parameters }) => parameters);

test('a timeline of something else is one question', async () => {
  fake.answer('notes/timeline', () => [rawNote({ id: 'b' }), rawNote({ id: 'a' })]);
  expect(await page(plainTimeline('home'), 2, 'c')).toEqual(['b', 'a']);
  expect(fake.calls.map(({ parameters }) => parameters)).toEqual([{ limit: 2, untilId: 'c' }]);
});

describe('of one tag', () => {
  test('the server’s word is enough', async () => {
    fake.answer('notes/search-by-tag', () => [rawNote({ id: 'b' }), rawNote({ id: 'a' })]);
    expect(await page(tagged(['cats']), 2)).toEqual(['b', 'a']);
    expect(queries()).toEqual([{ query: [['cats']], limit: 2 }]);
  });
});

describe('of all tags of a set', () => {
  test('only notes that have them, however the tags are written', async () => {
    keep([
      { n: 1, tags: ['cats', 'ねこ'] },
      { n: 2, tags: ['cats'] },
      { n: 3, tags: ['cats', 'dogs'] },
    ]);
    expect(await page(tagged(['ねこ', 'cats']), 40)).toEqual([id(1)]);
    expect(await page(tagged(['Dogs', 'cats']), 40)).toEqual([id(3)]);
  });

  test('are looked for on further pages, until there are enough', async () => {
    keep([...range(1, 4, ['a', 'b']), ...range(5, 9, ['b'])]);
    expect(await page(tagged(['a', 'b']), 3)).toEqual([id(4), id(3), id(2)]);
    expect(queries().map(({ untilId }) => untilId)).toEqual([undefined, id(7), id(4)]);
    expect(await page(tagged(['a', 'b']), 3, id(2))).toEqual([id(1)]);
  });

  test('but not for ever', async () => {
    keep([...range(1, 1, ['a', 'b']), ...range(2, 900, ['b'])]);
    expect(await page(tagged(['a', 'b']), 40)).toEqual([]);
    expect(queries()).toHaveLength(5);
  });

  test('a broken note ends nothing', async () => {
    fake.answer('notes/search-by-tag', ({ parameters: { untilId } }) =>
      untilId === undefined
        ? [rawNote({ id: 'd', tags: ['a', 'b'] }), { id: 'c' }]
        : [rawNote({ id: 'b', tags: ['a', 'b'] })],
    );
    expect(await page(tagged(['a', 'b']), 2)).toEqual(['d', 'b']);
  });
});

describe('of any of several sets', () => {
  test('each set is asked for by itself, and a note of both stands once', async () => {
    keep([
      { n: 1, tags: ['birds'] },
      { n: 2, tags: ['cats', 'dogs'] },
      { n: 3, tags: ['dogs'] },
      { n: 4, tags: ['birds', 'cats', 'dogs'] },
    ]);
    expect(await page(tagged(['birds'], ['cats', 'dogs']), 40)).toEqual([id(4), id(2), id(1)]);
    expect(queries().map(({ query }) => query)).toEqual([[['birds']], [['cats', 'dogs']]]);
  });

  test('a page goes no further than all sets were looked at, so that nothing is left out', async () => {
    keep([
      ...[1, 2, 3].map((n) => ({ n, tags: ['rare'] })),
      ...range(10, 19, ['common']),
      { n: 20, tags: ['rare'] },
    ]);
    const spec = tagged(['common'], ['rare']);
    const seen: string[] = [];
    for (let next = await page(spec, 4); next.length > 0; next = await page(spec, 4, seen.at(-1))) {
      seen.push(...next);
    }
    expect(seen).toEqual([20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 3, 2, 1].map(id));
  });

  test('what was found shows although another set was not looked through', async () => {
    keep([...range(2, 900, ['b']), { n: 1, tags: ['c'] }]);
    expect(await page(tagged(['a', 'b'], ['c']), 40)).toEqual([id(1)]);
  });
});
