import { describe, expect, test } from 'vitest';
import { bellBench } from '../../../../support/bell-bench.ts';
import { feedBench, id, ids } from '../../../../support/feed-bench.ts';
import { rawNotification } from '../../../../support/samples.ts';

describe('a kill', () => {
  /** Starts anew with what is on the disk. */
  async function restart(before: ReturnType<typeof feedBench>, pushed: readonly string[]) {
    before.source.stop();
    const bench = feedBench([], bellBench(before.clock, before.file));
    bench.inbox.push(...before.inbox, ...pushed.map((one) => rawNotification(one)));
    await bench.online();
    return bench;
  }

  test('between events: what came live does not ring again, what was missed rings', async () => {
    const bench = feedBench(ids(1, 3));
    await bench.online();
    await bench.happens(id(4));
    const again = await restart(bench, [id(5)]);
    expect(again.shown()).toEqual([id(5)]);
  });

  test('while a gap was looked for and something came live: the gap is not forgotten', async () => {
    const bench = feedBench(ids(1, 3));
    await bench.online();
    bench.drop();
    bench.inbox.push(rawNotification(id(4)));
    bench.api.hold('i/notifications', bench.answer);
    await bench.back();
    await bench.happens(id(5));
    expect(bench.shown()).toEqual([id(5)]);
    const again = await restart(bench, []);
    expect(again.shown()).toEqual([id(4)]);
  });

  test('in the middle of a gap that was being rung: the rest rings, the first ones do not', async () => {
    const bench = feedBench(ids(1, 3));
    await bench.online();
    bench.drop();
    bench.inbox.push(...ids(4, 7).map((one) => rawNotification(one)));
    await bench.back();
    expect(bench.shown()).toEqual(ids(4, 7));
    // The disk as it was after the second of the four.
    const upTo = bench.file.lines.findIndex((line) => line.includes(`"sourceId":"${id(5)}"`));
    bench.file.lines = bench.file.lines.slice(0, upTo + 1);
    const again = await restart(bench, []);
    expect(again.shown()).toEqual(ids(6, 7));
  });

  test('before the baseline was kept: the next start makes one', async () => {
    const bench = feedBench(ids(1, 3));
    await bench.online();
    bench.file.lines = [];
    const again = await restart(bench, [id(4)]);
    expect(again.shown()).toEqual([]);
  });
});
