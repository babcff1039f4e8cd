import { expect, test } from 'vitest';
import { askAt } from '../../../../../src-main/engine/feeds/sse/answer.ts';

/** Where one ends up that is redirected from one address to the next. */
async function way(first: string, ...next: readonly string[]) {
  const asked: string[] = [];
  const start = { url: new URL(first), isAway: false };
  const answer = await askAt(start, {
    fetch: async (url) => {
      const location = next[asked.length];
      asked.push(url);
      return new Response(
        null,
        location === undefined ? {} : { status: 308, headers: { location } },
      );
    },
    origin: start.url.origin,
    headers: () => ({}),
    onAnswer: () => {},
    signal: new AbortController().signal,
  });
  return { asked, ...answer };
}

test.each([
  ['from http to https is followed, and away', 'http://a.example/', 'https://a.example/', true],
  ['to the usual port is not away', 'https://a.example/', 'https://a.example:443/x', false],
  ['without a protocol keeps it', 'https://a.example/', '//b.example/', true],
])('a redirect %s', async (_what, first, second, isAway) => {
  const { place, isAstray, movedTo } = await way(first, second);
  expect({ isAstray, isAway: place.isAway }).toEqual({ isAstray: false, isAway });
  expect(movedTo).toEqual(place);
});

test('a redirect into the open is not followed, also not after others', async () => {
  const { asked, isAstray } = await way('https://a.example/', '/b', 'http://a.example/c');
  expect([asked, isAstray]).toEqual([['https://a.example/', 'https://a.example/b'], true]);
});
