import { expect, test } from 'vitest';
import { History } from '../../../../src-main/engine/notices/history.ts';
import { exported } from '../../../../src-main/engine/notices/history-export.ts';
import { knownIds } from '../../../../src-main/engine/notices/history-memory.ts';
import { matcherOf } from '../../../../src-main/engine/notices/history-query.ts';
import { encodeSegment, scanSegment } from '../../../../src-main/engine/notices/history-segment.ts';
import { open, shown } from '../../../support/history-bench.ts';
import { fakeLineFile } from '../../../support/line-file.ts';
import { memoryLog } from '../../../support/memory-log.ts';
import { aNotice, anEvent, doorFeed } from '../../../support/samples.ts';

const url = 'https://feed.example/door?id=1';
const linked = anEvent(
  'e1',
  { target: { kind: 'link', url }, iconUrl: 'https://feed.example/door.png' },
  { urgency: 'critical', group: 'the door' },
);
const plain = anEvent('e2');
const everything = {
  text: '',
  accountId: null,
  kinds: [],
  from: null,
  until: null,
  unreadOnly: false,
  decisions: [],
};

/** A history with two notices of a feed, and one of Misskey's. */
function kept(file = fakeLineFile()) {
  const history = new History(file, memoryLog());
  for (const notice of [linked, plain, aNotice('n1')]) history.add(notice, shown, false);
  return { file, history };
}

test('what is told of a feed comes back with its marks, also from a file that was written anew', () => {
  const { file } = kept();
  const again = open(file);
  expect(again.get(linked.id)?.notice).toEqual(linked);
  expect(again.get(plain.id)?.notice).toEqual(plain);
  // Forgetting an account writes the file anew.
  again.forget('alice@example.social');
  expect(open(file).get(linked.id)?.notice).toEqual(linked);
});

test('a segment of the archive has them, too', () => {
  const entries = kept().history.of(doorFeed);
  const found = [...scanSegment(encodeSegment(entries), matcherOf(everything))];
  expect(found.map(({ entry }) => entry.notice)).toEqual([linked, plain]);
});

test('they are found by their kind, their feed and their words', async () => {
  const { history } = kept();
  const ids = async (
    query: Partial<typeof everything> | { readonly kinds: readonly ['event'] },
  ) => {
    const { entries } = await history.search({ ...everything, ...query }, null, 10);
    return entries.map(({ notice }) => notice.sourceId).sort();
  };
  expect(await ids({ kinds: ['event'] })).toEqual(['e1', 'e2']);
  expect(await ids({ text: 'FRONT' })).toEqual(['e1', 'e2']);
  expect(await ids({ text: 'followed' })).toEqual([]);
});

test('an export has the name of each feed, where each leads, its group and its urgency', async () => {
  let text = '';
  const nameOf = (id: string) => (id === doorFeed ? 'Door' : null);
  for await (const piece of exported(kept().history, 'json', nameOf)) text += piece;
  const rows: unknown = JSON.parse(text);
  expect(rows).toMatchObject([
    { type: 'follow', feed: null, link: null, group: null, urgency: null },
    { type: 'event', feed: 'Door', link: null, group: null, urgency: 'normal' },
    {
      type: 'event',
      feed: 'Door',
      link: url,
      group: 'the door',
      urgency: 'critical',
      heading: 'Door open',
    },
  ]);
});

test('what is still in the list is known, however much came since', () => {
  const file = fakeLineFile();
  const history = new History(file, memoryLog());
  const ids = Array.from({ length: 2 * knownIds }, (_, n) => `id:${n}`);
  for (const id of ids) history.add(anEvent(id), shown, false);
  // A server that knows nothing of where Suzu was sends all that it has.
  const known = (which: History) => ids.filter((id) => which.isKnown(doorFeed, id));
  expect(known(history)).toHaveLength(ids.length);
  expect(known(open(file))).toHaveLength(ids.length);
  history.forget(doorFeed);
  expect(known(history)).toEqual([]);
});
