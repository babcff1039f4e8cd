import { beforeEach, describe, expect, test } from 'vitest';
import type { Patch } from '../../../src-main/ipc/contract.ts';
import { PatchQueue } from '../../../src-main/ipc/patch-queue.ts';
import { fakeClock } from '../../support/fake-clock.ts';

let clock: ReturnType<typeof fakeClock>;
let batches: (readonly Patch[])[];
let queue: PatchQueue;

beforeEach(() => {
  clock = fakeClock();
  batches = [];
  queue = new PatchQueue(clock, (batch) => void batches.push(batch));
});

const gone = (noteId: string): Patch => ({ kind: 'note-remove', accountId: 'alice', noteId });
const home = { accountId: 'alice', key: 'home' };
const older = (timeline = home): Patch => ({
  kind: 'timeline-older',
  timeline,
  notes: [],
  hasOlder: true,
});
const close = (timeline = home): Patch => ({ kind: 'timeline-close', timeline });
const reset = (timeline = home): Patch => ({
  kind: 'timeline-reset',
  timeline: {
    ...timeline,
    spec: {
      kind: 'home',
      switches: { withRenotes: true, withReplies: false, withFiles: false },
    },
    name: null,
    state: 'ready',
    error: null,
    notLive: null,
    notes: [],
    hasOlder: false,
    gapAfter: null,
    behind: false,
  },
});

describe('patches', () => {
  test('the first goes at once, those that follow go together, in order', async () => {
    for (const id of ['a', 'b', 'c']) queue.push(gone(id));
    expect(batches).toEqual([[gone('a')]]);
    await clock.advance(49);
    expect(batches).toHaveLength(1);
    await clock.advance(1);
    expect(batches).toEqual([[gone('a')], [gone('b'), gone('c')]]);
  });

  /** So many patches, one every `every` ms, and then none. */
  const flood = async (count: number, every: number) => {
    for (let n = 0; n < count; n += 1) {
      queue.push(gone(`n${n}`));
      await clock.advance(every);
    }
    await clock.advance(400);
    expect(batches.flat()).toEqual(Array.from({ length: count }, (_, n) => gone(`n${n}`)));
  };

  test('a stream of them comes in batches, one every 50 ms', async () => {
    await flood(40, 25);
    expect(batches.length).toBeGreaterThanOrEqual(20);
  });

  test('a flood comes in larger batches, no later than 400 ms', async () => {
    await flood(1_000, 5);
    expect(batches.length).toBeLessThanOrEqual(16);
    expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(81);
  });

  test('after a flood the next one goes at once again', async () => {
    await flood(400, 5);
    await clock.advance(400);
    expect(clock.pending).toBe(0);
    queue.push(gone('late'));
    expect(batches.at(-1)).toEqual([gone('late')]);
  });

  test('what somebody waits for is not held up by a flood, and comes in its place', async () => {
    queue.push(gone('a'));
    for (let n = 0; n < 100; n += 1) queue.push(gone(`n${n}`));
    await clock.advance(50);
    expect(batches).toHaveLength(2);
    queue.push(gone('b'));
    queue.push({ kind: 'slices', slices: { compose: null } });
    expect(batches).toHaveLength(2);
    await clock.advance(50);
    expect(batches[2]).toEqual([gone('b'), { kind: 'slices', slices: { compose: null } }]);
  });

  test('what somebody waits for goes at once when the last batch was a while ago', async () => {
    queue.push(gone('a'));
    for (let n = 0; n < 100; n += 1) queue.push(gone(`n${n}`));
    await clock.advance(150);
    queue.push({ kind: 'slices', slices: { compose: null } });
    await clock.advance(0);
    expect(batches).toHaveLength(3);
  });

  test('after a pause the next one goes at once again', async () => {
    queue.push(gone('a'));
    await clock.advance(50);
    expect(clock.pending).toBe(0);
    queue.push(gone('b'));
    expect(batches).toEqual([[gone('a')], [gone('b')]]);
  });

  test('one that is sent while others are told of waits for its turn', async () => {
    queue = new PatchQueue(clock, (batch) => {
      batches.push(batch);
      if (batches.length === 1) queue.push(gone('b'));
    });
    queue.push(gone('a'));
    expect(batches).toEqual([[gone('a')]]);
    await clock.advance(50);
    expect(batches).toEqual([[gone('a')], [gone('b')]]);
  });

  test('what waits is dropped for a snapshot', async () => {
    queue.push(gone('a'));
    queue.push(gone('b'));
    queue.clear();
    await clock.advance(100);
    expect(batches).toEqual([[gone('a')]]);
  });
});

describe('a timeline that comes whole, or goes', () => {
  beforeEach(() => queue.push(gone('first')));

  test.each([
    ['reset', reset],
    ['close', close],
  ])('%s: what waited for it is dropped', async (_name, end) => {
    queue.push(older());
    queue.push(reset());
    queue.push(gone('between'));
    queue.push(older());
    queue.push(end());
    queue.push(older());
    await clock.advance(50);
    expect(batches[1]).toEqual([gone('between'), end(), older()]);
  });

  test('what waits for others stays', async () => {
    const elsewhere = { accountId: 'bob', key: 'home' };
    const local = { accountId: 'alice', key: 'local' };
    queue.push(older(elsewhere));
    queue.push(older(local));
    queue.push(reset());
    await clock.advance(50);
    expect(batches[1]).toEqual([older(elsewhere), older(local), reset()]);
  });
});
