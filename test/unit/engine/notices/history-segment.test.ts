import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../../../src-main/engine/notices/history.ts';
import { matcherOf } from '../../../../src-main/engine/notices/history-query.ts';
import {
  encodeSegment,
  scanSegment,
  segmentInfo,
  withoutErased,
} from '../../../../src-main/engine/notices/history-segment.ts';
import { full, shown } from '../../../support/history-bench.ts';
import { numberedNotice, wordOf } from '../../../support/many-notices.ts';
import { anExcerpt } from '../../../support/samples.ts';

const entries: readonly HistoryEntry[] = [3, 1, 0, 2].map((number) => {
  const notice = numberedNotice(number);
  return { notice, decision: shown, read: true, answered: null, released: false, group: notice.id };
});
const segment = encodeSegment(entries);

function found(bytes: Buffer, text = '', from = 0): readonly string[] {
  const matcher = matcherOf({
    text,
    accountId: null,
    kinds: [],
    from: null,
    until: null,
    unreadOnly: false,
    decisions: [],
  });
  return [...scanSegment(bytes, matcher, from)].map(({ entry }) => entry.notice.sourceId);
}

test('tells of itself, and holds its notices newest first', () => {
  expect(segmentInfo(segment)).toMatchObject({
    count: 4,
    from: numberedNotice(0).createdAt,
    to: numberedNotice(3).createdAt,
    sample: numberedNotice(3).id,
  });
  expect(found(segment)).toEqual(['n00000003', 'n00000002', 'n00000001', 'n00000000']);
});

test('cut at whatever byte, what is whole of it is found', () => {
  const ends = [...segment].flatMap((byte, index) => (byte === 0x0a ? [index + 1] : []));
  for (let cut = 0; cut <= segment.length; cut += 1) {
    const lines = Math.max(0, ends.filter((end) => end <= cut).length - 1);
    expect(found(segment.subarray(0, cut)).length, `cut at byte ${cut}`).toBe(lines);
  }
});

test('from whatever byte, what begins after it is found', () => {
  const starts = [...segment].flatMap((byte, index) => (byte === 0x0a ? [index + 1] : []));
  for (let from = 0; from <= segment.length; from += 1) {
    const lines = starts.slice(0, 4).filter((start) => start >= from).length;
    expect(found(segment, '', from).length, `from byte ${from}`).toBe(lines);
  }
});

test('a word counts where one can search for it, and nowhere else', () => {
  expect(found(segment, wordOf(2))).toEqual(['n00000002']);
  // Every line has these, in its head or its entry.
  for (const word of ['createdAt', 'n00000002', 'https', '"s":"', 'null', 'shown']) {
    expect(found(segment, word), word).toEqual([]);
  }
});

test.each([
  ['quotes', 'she said "e":{ and left'],
  ['marks of the format', '","e":{"notice":1},"s":"'],
  ['backslashes', 'C:\\bells\\"'],
  ['line ends', 'one\ntwo\r\nthree'],
  ['half a letter', 'half \ud83d of a bell'],
  ['zeros', 'a\u0000b'],
])('%s in a text do no harm', (_what, text) => {
  const notice = { ...full, note: anExcerpt({ text }) };
  const entry = { notice, decision: shown, read: true, answered: null, released: false, group: '' };
  const bytes = encodeSegment([entry, ...entries]);
  expect(found(bytes)).toHaveLength(5);
  const word = text.split(/\s/u)[0] ?? '';
  expect(found(bytes, word)).toContain('full');
});

test('nothing to erase leaves the same bytes, all erased leaves none', () => {
  expect(withoutErased(segment, () => false)).toBe(segment);
  expect(withoutErased(segment, () => true)).toBeNull();
  const left = withoutErased(segment, ({ id }) => id === numberedNotice(3).id);
  if (left === null) expect.fail('something is left');
  expect(segmentInfo(left)).toMatchObject({ count: 3, to: numberedNotice(2).createdAt });
  expect(found(left)).toEqual(['n00000002', 'n00000001', 'n00000000']);
});
