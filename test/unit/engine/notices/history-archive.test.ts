import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { History } from '../../../../src-main/engine/notices/history.ts';
import { HistoryArchive } from '../../../../src-main/engine/notices/history-archive.ts';
import type { HistorySizes } from '../../../../src-main/engine/notices/history-disk.ts';
import type { HistoryQuery } from '../../../../src-main/engine/notices/history-query.ts';
import { alice, other, shown } from '../../../support/history-bench.ts';
import { fakeLineFile } from '../../../support/line-file.ts';
import { numberedNotice, wordOf } from '../../../support/many-notices.ts';
import { memoryLog } from '../../../support/memory-log.ts';
import { aNotice } from '../../../support/samples.ts';
import { fakeSegmentStore } from '../../../support/segment-store.ts';

const everything: HistoryQuery = {
  text: '',
  accountId: null,
  kinds: [],
  from: null,
  until: null,
  unreadOnly: false,
  decisions: [],
};
const about = (text: string): HistoryQuery => ({ ...everything, text });
const full = new Error('ENOSPC: no space left on device');

function profile(sizes: HistorySizes = { kept: 2_000, segment: 1_000 }) {
  const file = fakeLineFile();
  const store = fakeSegmentStore();
  const log = memoryLog();
  const open = () => new History(file, log, { sizes, archive: new HistoryArchive(store) });
  return { file, store, log, open };
}

function fill(history: History, from: number, to: number, accountId = alice): void {
  for (let number = from; number < to; number += 1) {
    history.add(numberedNotice(number, accountId), shown, true);
  }
}

/** The numbers of all notices that match, page by page. */
async function numbersOf(history: History, query: HistoryQuery, limit = 400): Promise<number[]> {
  const numbers: number[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<History['search']>> = await history.search(query, cursor, limit);
    numbers.push(...page.entries.map(({ notice }) => Number(notice.sourceId.slice(1))));
    cursor = page.next;
  } while (cursor !== null);
  return numbers;
}

const downFrom = (newest: number, count: number) =>
  Array.from({ length: count }, (_, index) => newest - index);

describe('notices that are too many for memory', () => {
  let past: ReturnType<typeof profile>;
  let history: History;
  beforeAll(() => {
    past = profile();
    history = past.open();
    fill(history, 0, 4_500);
  });

  test('go to the archive, a thousand at once, and the newest stay', () => {
    expect([...past.store.segments.keys()]).toEqual([1, 2]);
    expect(history.newest()).toHaveLength(2_500);
    expect(history.newest().at(-1)?.notice.sourceId).toBe('n00002000');
  });

  test('are all found, newest first, once each, whatever the page', async () => {
    for (const limit of [7_000, 400, 1_000]) {
      expect(await numbersOf(history, everything, limit)).toEqual(downFrom(4_499, 4_500));
    }
  });

  test('and so they are by a new start, which holds no more', async () => {
    const again = past.open();
    expect(again.newest()).toHaveLength(2_500);
    expect(await numbersOf(again, everything)).toEqual(downFrom(4_499, 4_500));
    // Dedupe does not depend on the archive, but on the ids that are known besides.
    expect(again.isKnown(alice, 'n00003500')).toBe(true);
  });

  test('come back from the archive as they were, and count as read', async () => {
    const { entries } = await history.search(about(wordOf(77)), null, 10);
    expect(entries).toEqual([
      {
        notice: numberedNotice(77),
        decision: shown,
        read: true,
        answered: null,
        released: false,
        group: numberedNotice(77).id,
      },
    ]);
    expect(await numbersOf(history, { ...everything, unreadOnly: true })).toHaveLength(2_500);
  });

  test('a full page is answered without reading further', async () => {
    past.store.reads.length = 0;
    await history.search(everything, null, 100);
    expect(past.store.reads).toEqual([]);
    const { next } = await history.search(everything, null, 2_600);
    expect(past.store.reads).toEqual([2]);
    await history.search(everything, next, 100);
    expect(past.store.reads).toEqual([2, 2]);
  });

  test('segments of another time are not read', async () => {
    past.store.reads.length = 0;
    const { createdAt } = numberedNotice(500);
    const query = { ...everything, from: createdAt - 60_000, until: createdAt + 60_000 };
    expect(await numbersOf(history, query)).toEqual([500, 499]);
    expect(past.store.reads).toEqual([1]);
  });

  test('a search that nobody waits for ends', async () => {
    past.store.reads.length = 0;
    let looks = 0;
    await history.search(about('nothing of the kind'), null, 10, () => {
      looks += 1;
      return true;
    });
    expect([looks, past.store.reads]).toEqual([1, [2]]);
  });

  test('a cursor that is none begins anew', async () => {
    const { entries } = await history.search(everything, 'archive -1 nonsense', 1);
    expect(entries[0]?.notice.sourceId).toBe('n00004499');
  });

  test('how much there is', async () => {
    const segments = [...past.store.segments.values()];
    expect(await history.extent()).toEqual({
      count: 4_500,
      bytes: past.file.size() + segments.reduce((sum, { length }) => sum + length, 0),
      oldest: numberedNotice(0).createdAt,
    });
  });
});

describe('a kill while notices go to the archive', () => {
  let past: ReturnType<typeof profile>;
  beforeEach(() => {
    past = profile();
    fill(past.open(), 0, 2_999);
  });

  test('before the segment counts: it goes, and nothing is there twice', async () => {
    const { file, store, open } = past;
    const lines = [...file.lines];
    fill(open(), 2_999, 3_000);
    expect(store.segments.size).toBe(1);
    file.lines = lines;
    const again = open();
    expect(store.segments.size).toBe(0);
    expect(await numbersOf(again, everything)).toEqual(downFrom(2_998, 2_999));
  });

  test('after it counts: it is there once, and the file holds the newest alone', async () => {
    const { open } = past;
    fill(open(), 2_999, 3_000);
    expect(await numbersOf(open(), everything)).toEqual(downFrom(2_999, 3_000));
    expect(past.file.lines.filter((line) => line.includes('"k":"notice"'))).toHaveLength(2_000);
  });

  test('a history whose file is lost takes its segments over', async () => {
    const { file, open } = past;
    fill(open(), 2_999, 3_000);
    file.lines = [];
    const again = open();
    expect(await numbersOf(again, everything)).toEqual(downFrom(999, 1_000));
    fill(again, 5_000, 8_000);
    expect(await numbersOf(open(), everything)).toHaveLength(4_000);
  });

  test('a segment that cannot be read is never written over', () => {
    const { store, open } = profile({ kept: 2, segment: 2 });
    const first = Buffer.from('first');
    store.segments.set(1, first);
    store.peek = () => {
      throw new Error('EIO: i/o error');
    };
    fill(open(), 0, 4);
    expect(store.segments.get(1)).toBe(first);
    expect([...store.segments.keys()]).toEqual([1, 2]);
  });

  test('a disk that does not take the segment costs nothing, and it is tried again', async () => {
    const { store, log, open } = past;
    const history = open();
    store.failure = full;
    fill(history, 2_999, 3_010);
    expect(log.lines.some(({ message }) => message.includes('archived'))).toBe(true);
    expect(await numbersOf(history, everything)).toHaveLength(3_010);
    store.failure = null;
    fill(history, 3_010, 3_300);
    expect(store.segments.size).toBe(1);
    expect(await numbersOf(open(), everything)).toHaveLength(3_300);
  });

  test('a disk that takes the segment and not the line keeps neither', async () => {
    const { file, store, open } = past;
    const history = open();
    file.failure = full;
    fill(history, 2_999, 3_000);
    expect(store.segments.size).toBe(0);
    expect(await numbersOf(history, everything)).toHaveLength(3_000);
  });

  test('a disk that takes nothing for long does not let memory grow', () => {
    const { store, open } = past;
    const history = open();
    store.failure = full;
    fill(history, 2_999, 5_000);
    expect(history.newest()).toHaveLength(4_000);
  });
});

describe('what is broken in the archive', () => {
  test.each([
    [
      'a line that is cut',
      (text: string) =>
        text.replace(/\{"i":"alice@example.social\/n00000500".*\n/, '{"i":"alice@exa\n'),
    ],
    [
      'a line of zeros',
      (text: string) =>
        text.replace(/\{"i":"alice@example.social\/n00000500".*\n/, `${'\0'.repeat(300)}\n`),
    ],
    [
      'an entry of a newer version',
      (text: string) =>
        text.replace(
          /("id":"alice@example.social\/n00000500".*?)"kind":"note"/,
          '$1"kind":"galaxy"',
        ),
    ],
  ])('%s is passed over, and the rest is found', async (_what, damage) => {
    const { store, open } = profile();
    fill(open(), 0, 3_000);
    const text = store.segments.get(1)?.toString() ?? '';
    store.segments.set(1, Buffer.from(damage(text)));
    const found = await numbersOf(open(), everything);
    expect(found).toEqual(downFrom(2_999, 3_000).filter((number) => number !== 500));
    expect(await numbersOf(open(), about('unique501x'))).toEqual([501]);
  });

  test.each([
    ['cut at the end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 20)],
    ['empty', () => Buffer.alloc(0)],
    ['zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    [
      'of a later format',
      (bytes: Buffer) => Buffer.from(bytes.toString().replace('"v":1', '"v":2')),
    ],
  ])('a segment that is %s stops nobody', async (_what, damage) => {
    const { store, open } = profile();
    fill(open(), 0, 4_000);
    store.segments.set(1, damage(store.segments.get(1) ?? Buffer.alloc(0)));
    const found = await numbersOf(open(), everything);
    expect(found.slice(0, 3_000)).toEqual(downFrom(3_999, 3_000));
  });
});

describe('erasing', () => {
  let past: ReturnType<typeof profile>;
  let history: History;
  beforeEach(() => {
    past = profile();
    history = past.open();
    fill(history, 0, 1_500);
    fill(history, 1_500, 1_600, other);
    fill(history, 1_600, 3_600);
  });
  const onDisk = () =>
    [...past.file.lines, ...[...past.store.segments.values()].map(String)].join('\n');

  test('all leaves nothing on the disk but what is known', async () => {
    expect(await history.erase({})).toBe(true);
    expect(past.store.segments.size).toBe(0);
    expect(onDisk()).not.toContain('Bob');
    for (const one of [history, past.open()]) {
      expect(await numbersOf(one, everything)).toEqual([]);
      expect(one.isKnown(alice, 'n00003599')).toBe(true);
      expect(one.hasBaseline(alice)).toBe(true);
    }
  });

  test('one account leaves the others', async () => {
    fill(history, 3_600, 4_600);
    expect(past.store.segments.size).toBe(2);
    expect(await history.erase({ accountId: other })).toBe(true);
    expect(onDisk()).not.toContain(`${other}/n00001550`);
    const left = downFrom(4_599, 4_600).filter((number) => number < 1_500 || number >= 1_600);
    expect(await numbersOf(past.open(), everything)).toEqual(left);
  });

  test('what is older than a day takes whole segments, and of others what is older', async () => {
    fill(history, 3_600, 5_000);
    expect(past.store.segments.size).toBe(3);
    const { createdAt } = numberedNotice(1_234);
    expect(await history.erase({ before: createdAt })).toBe(true);
    expect([...past.store.segments.keys()]).toEqual([2, 3]);
    expect(onDisk()).not.toContain(wordOf(1_233));
    expect(await numbersOf(past.open(), everything)).toEqual(downFrom(4_999, 3_766));
  });

  test.each([[10], [3_000]])('one notice (%i), wherever it is', async (number) => {
    expect(await history.erase({ noticeIds: [numberedNotice(number).id] })).toBe(true);
    expect(onDisk()).not.toContain(wordOf(number));
    expect(await numbersOf(past.open(), everything)).toEqual(
      downFrom(3_599, 3_600).filter((one) => one !== number),
    );
  });

  test('is in effect at once, while the disk is still at it', async () => {
    const erased = history.erase({ accountId: alice });
    expect(await numbersOf(history, everything)).toEqual(downFrom(1_599, 100));
    await erased;
  });

  test('that is cut short by a kill is finished by the next start', async () => {
    const { store, file } = past;
    const segments = new Map(store.segments);
    const lines: string[][] = [];
    const { replace } = file;
    file.replace = (all) => {
      replace(all);
      lines.push([...file.lines]);
    };
    await history.erase({ accountId: alice });
    // As it was on the disk before the archive was touched.
    file.lines = lines[0] ?? [];
    store.segments.clear();
    for (const [segment, bytes] of segments) store.segments.set(segment, bytes);
    expect(onDisk()).toContain(wordOf(10));
    const again = past.open();
    expect(await numbersOf(again, everything)).toEqual(downFrom(1_599, 100));
    await again.erase({ noticeIds: [] });
    expect(onDisk()).not.toContain(wordOf(10));
    expect(onDisk()).not.toContain('"erase"');
  });

  test('that the disk refuses is told, and tried again with the next', async () => {
    past.store.failure = full;
    expect(await history.erase({ accountId: alice })).toBe(false);
    expect(await numbersOf(past.open(), everything)).toEqual(downFrom(1_599, 100));
    past.store.failure = null;
    expect(await history.erase({ noticeIds: [] })).toBe(true);
    expect(onDisk()).not.toContain(wordOf(10));
  });

  test('does not take what comes after it', async () => {
    const erased = history.erase({});
    fill(history, 4_000, 7_000);
    await erased;
    expect(past.store.segments.size).toBe(1);
    expect(await numbersOf(past.open(), everything)).toEqual(downFrom(6_999, 3_000));
  });

  test('an account that is forgotten leaves no trace in the archive either', async () => {
    history.forget(alice);
    await history.erase({ noticeIds: [] });
    expect(onDisk()).not.toContain(alice);
    expect(await numbersOf(past.open(), everything)).toEqual(downFrom(1_599, 100));
  });
});

describe('a kill at any step of the disk', () => {
  const sizes = { kept: 200, segment: 100 };

  /** A disk that takes so many steps and then nothing more, as for a process that was killed. */
  function mortal({ file, store }: ReturnType<typeof profile>, steps: number) {
    let left = steps;
    const step = () => {
      left -= 1;
      if (left < 0) throw new Error('killed');
    };
    const mortalFile = fakeLineFile(file.lines);
    const mortalStore = fakeSegmentStore();
    for (const [segment, bytes] of store.segments) mortalStore.segments.set(segment, bytes);
    const live = { ...mortalFile };
    return {
      file: mortalFile,
      store: mortalStore,
      isAlive: () => left >= 0,
      open: () =>
        new History(
          {
            ...live,
            append(line) {
              step();
              mortalFile.append(line);
            },
            replace(lines) {
              step();
              mortalFile.replace(lines);
            },
          },
          memoryLog(),
          {
            sizes,
            archive: new HistoryArchive({
              ...mortalStore,
              write(segment, bytes) {
                step();
                mortalStore.write(segment, bytes);
              },
              discard(segment) {
                step();
                mortalStore.discard(segment);
              },
              async rewrite(segment, bytes) {
                step();
                await mortalStore.rewrite(segment, bytes);
              },
              async remove(segment) {
                step();
                await mortalStore.remove(segment);
              },
            }),
          },
        ),
    };
  }

  test('neither loses nor doubles a notice, and brings back nothing that is said to be erased', async () => {
    const base = profile(sizes);
    const first = base.open();
    fill(first, 0, 90);
    fill(first, 90, 95, other);
    fill(first, 95, 398);
    let steps = 0;
    for (let isAlive = false; !isAlive; steps += 1) {
      const disk = mortal(base, steps);
      const history = disk.open();
      const acknowledged: number[] = [];
      for (let number = 398; number < 402 && disk.isAlive(); number += 1) {
        fill(history, number, number + 1);
        if (disk.isAlive()) acknowledged.push(number);
      }
      const isErased = disk.isAlive() && (await history.erase({ accountId: other }));
      isAlive = disk.isAlive();
      const again = new History(disk.file, memoryLog(), {
        sizes,
        archive: new HistoryArchive(disk.store),
      });
      const found = await numbersOf(again, everything, 10_000);
      const where = `killed after ${steps} steps`;
      expect(new Set(found).size, where).toBe(found.length);
      const ofOther = found.filter((number) => number >= 90 && number < 95).length;
      if (isErased) expect(ofOther, where).toBe(0);
      expect([0, 5], where).toContain(ofOther);
      expect(found.filter((number) => number < 398).length - ofOther, where).toBe(393);
      expect(found, where).toEqual(expect.arrayContaining(acknowledged));
    }
    expect(steps).toBeGreaterThan(8);
  });
});

describe('room', () => {
  test('the oldest segments go first, then the oldest notices', async () => {
    const { file, store, open } = profile();
    const history = open();
    fill(history, 0, 5_000);
    expect(store.segments.size).toBe(3);
    const third = store.segments.get(3)?.length ?? 0;
    await history.shrinkTo(file.size() + third);
    expect([...store.segments.keys()]).toEqual([3]);
    await history.shrinkTo(500_000);
    expect(store.segments.size).toBe(0);
    expect(file.size()).toBeLessThan(500_000);
    const left = await numbersOf(open(), everything);
    expect(left).toEqual(downFrom(4_999, left.length));
    expect(left.length).toBeGreaterThan(300);
  });

  test('that is enough is left alone', async () => {
    const { file, store, open } = profile();
    const history = open();
    fill(history, 0, 3_000);
    const before = [...file.lines];
    await history.shrinkTo(100_000_000);
    expect([file.lines, store.segments.size]).toEqual([before, 1]);
  });
});

test('whether the disk takes anything is told when it changes', () => {
  const file = fakeLineFile();
  const told: boolean[] = [];
  const history = new History(file, memoryLog(), { onDisk: (isWritable) => told.push(isWritable) });
  history.add(aNotice('n1'), shown, true);
  file.failure = full;
  history.add(aNotice('n2'), shown, true);
  history.add(aNotice('n3'), shown, true);
  expect(told).toEqual([false]);
  file.failure = null;
  history.add(aNotice('n4'), shown, true);
  expect(told).toEqual([false, true]);
});
