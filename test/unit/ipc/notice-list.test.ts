import { describe, expect, test } from 'vitest';
import type { Notice } from '../../../src-main/engine/notices/notice.ts';
import type { NoticeView } from '../../../src-main/ipc/contract.ts';
import { applyPatch } from '../../../src-renderer/state/reducer.ts';
import { type AppBench, alice, appBench, storedAccount } from '../../support/app-bench.ts';
import { fakeStart } from '../../support/fake-clock.ts';
import { aNotice, reactionBy } from '../../support/samples.ts';

/** A window that has asked for its snapshot, and applies every patch that is sent. */
async function windowBench(before: (bench: AppBench) => void = () => {}) {
  const bench = appBench([storedAccount(alice)]);
  await bench.online();
  before(bench);
  bench.world.hasWindow = true;
  let state = bench.feed.snapshot();
  const seen: string[] = [];
  return {
    ...bench,
    /** The kinds of patches since the last look, but for those of accounts. */
    async patchKinds() {
      await this.rows();
      return seen.splice(0);
    },
    /** What the window shows; a new one would show the same. */
    async rows(): Promise<readonly NoticeView[]> {
      await bench.clock.advance(1_000);
      for (const patch of bench.patches.splice(0)) {
        state = applyPatch(state, patch);
        if (patch.kind !== 'slices') seen.push(patch.kind);
      }
      expect(state.notices).toEqual(bench.feed.snapshot().notices);
      return state.notices.items;
    },
  };
}

const at = (second: number) => ({ createdAt: fakeStart - 1_000_000 + second * 1_000 });
const shortly = (rows: readonly NoticeView[]) =>
  rows.map(({ id, group }) => `${id.split('/')[1]} ${group?.length ?? 1}`);

const ringAll = ({ bell }: AppBench, notices: readonly Notice[]) => {
  for (const notice of notices) bell.ring(notice, true);
};

describe('a group in the window', () => {
  test('is one row, which moves up with its newest', async () => {
    const bench = await windowBench();
    bench.bell.ring(reactionBy('Bob', 'r1', '👍', at(1)), true);
    bench.bell.ring(aNotice('f1', at(2)), true);
    expect(shortly(await bench.rows())).toEqual(['f1 1', 'r1 1']);
    bench.bell.ring(reactionBy('Carol', 'r2', '❤', at(3)), true);
    const rows = await bench.rows();
    expect(shortly(rows)).toEqual(['r2 2', 'f1 1']);
    expect(rows[0]).toMatchObject({ title: 'Carol and Bob reacted to your note', read: false });
    expect(bench.history.unread(alice)).toBe(3);
  });

  test('stays where it is for one that comes late', async () => {
    const bench = await windowBench();
    bench.bell.ring(reactionBy('Bob', 'r1', '👍', at(5)), true);
    bench.bell.ring(aNotice('f1', at(4)), true);
    await bench.patchKinds();
    bench.bell.ring(reactionBy('Carol', 'r0', '❤', at(1)), true);
    expect(await bench.patchKinds()).toEqual(['notice-update']);
    expect(shortly(await bench.rows())).toEqual(['r1 2', 'f1 1']);
  });

  test('is read as one', async () => {
    const bench = await windowBench();
    bench.bell.ring(reactionBy('Bob', 'r1', '👍', at(1)), true);
    bench.bell.ring(reactionBy('Carol', 'r2', '👍', at(2)), true);
    bench.bell.markRead(`${alice}/r1`);
    expect(await bench.rows()).toMatchObject([{ id: `${alice}/r2`, read: true }]);
    expect(bench.history.unread(alice)).toBe(0);
    bench.bell.ring(reactionBy('Dave', 'r3', '👍', at(3)), true);
    expect(shortly(await bench.rows())).toEqual(['r3 1', 'r2 2']);
  });

  test('of which all was taken back is gone', async () => {
    const bench = await windowBench();
    bench.bell.ring(reactionBy('Bob', 'r1', '👍', at(1)), true);
    bench.bell.ring(reactionBy('Carol', 'r2', '👍', at(2)), true);
    bench.bell.remove(alice, [`${alice}/r2`]);
    expect(shortly(await bench.rows())).toEqual(['r1 1']);
    bench.bell.remove(alice, [`${alice}/r1`]);
    expect(await bench.rows()).toEqual([]);
  });
});

describe('pages', () => {
  /** A reaction, many notices, and much later another reaction to the same note. */
  const spread = (count: number) => [
    reactionBy('Bob', 'r1', '👍', at(0)),
    ...Array.from({ length: count }, (_, index) => aNotice(`f${index}`, at(index + 1))),
    reactionBy('Carol', 'r2', '👍', at(count + 1)),
  ];

  test('do not cut through a group: all of it stands at its newest', async () => {
    const bench = await windowBench((around) => ringAll(around, spread(130)));
    const first = await bench.rows();
    expect(first).toHaveLength(60);
    expect(shortly(first)[0]).toBe('r2 2');
    bench.feed.sendOlderNotices();
    bench.feed.sendOlderNotices();
    const all = await bench.rows();
    expect(all).toHaveLength(131);
    expect(all.filter(({ type }) => type === 'reaction')).toHaveLength(1);
    expect(new Set(all.map(({ id }) => id)).size).toBe(131);
  });

  test('a group that the window had not come to is put on top, and its old place is not sent again', async () => {
    const bench = await windowBench((around) => ringAll(around, spread(130).slice(0, -1)));
    expect((await bench.rows()).some(({ type }) => type === 'reaction')).toBe(false);
    bench.bell.ring(reactionBy('Carol', 'r2', '👍', at(500)), true);
    const rows = await bench.rows();
    expect(rows).toHaveLength(61);
    expect(shortly(rows)[0]).toBe('r2 2');
    bench.feed.sendOlderNotices();
    bench.feed.sendOlderNotices();
    expect(await bench.rows()).toHaveLength(131);
  });

  test('in any order that things happen, the window has what a new one would get', async () => {
    const bench = await windowBench();
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let n = 0; n < 300; n += 1) {
      const when = at(random(1_000));
      const note = { note: null };
      const person = `p${random(5)}`;
      const act = random(10);
      if (act === 0) bench.bell.markRead(`${alice}/x${random(n + 1)}`);
      else if (act === 1) bench.bell.remove(alice, [`${alice}/x${random(n + 1)}`]);
      else if (act === 2) bench.feed.sendOlderNotices();
      else if (act < 6) bench.bell.ring(aNotice(`x${n}`, { ...when, ...note }), true);
      else bench.bell.ring(reactionBy(person, `x${n}`, '👍', when), true);
      if (n % 7 === 0) await bench.rows();
    }
    await bench.rows();
  });
});
