import { describe, expect, test } from 'vitest';
import { bellBench } from '../../../support/bell-bench.ts';
import { aNotice } from '../../../support/samples.ts';

const alice = 'alice@example.social';
const other = 'alice@other.example';
const idOf = (sourceId: string) => `${alice}/${sourceId}`;

/** A bell that has rung for these. */
function rung(...sourceIds: readonly string[]) {
  const bench = bellBench();
  for (const sourceId of sourceIds) bench.bell.ring(aNotice(sourceId), true);
  return bench;
}

describe('read here', () => {
  test('the last of an account is told, and only then', () => {
    const { bell, told } = rung('n1', 'n2');
    bell.ring(aNotice('n1', { accountId: other }), true);
    bell.markRead(idOf('n1'));
    expect(told.allRead).toEqual([]);
    bell.markRead(idOf('n2'));
    expect(told.allRead).toEqual([alice]);
    bell.markRead(idOf('n2'));
    expect(told.allRead).toEqual([alice]);
  });

  test('what comes beside the notifications does not count, and is not told of', () => {
    const { bell, told } = rung('n1', 'chat:1', 'announcement:1');
    bell.markRead(idOf('n1'));
    expect(told.allRead).toEqual([alice]);
    bell.markRead(idOf('chat:1'));
    expect(told.allRead).toEqual([alice]);
    expect(bell.hasReadAll(alice)).toBe(true);
  });

  test('all at once is told each time: the server may have more', () => {
    const { bell, told } = rung();
    bell.markAllRead(alice);
    expect(told.allRead).toEqual([alice]);
  });

  test('a toast that was clicked is read', () => {
    const { bell, told } = rung('n1');
    bell.onToastResult({ id: idOf('n1'), result: 'clicked' });
    expect(told.allRead).toEqual([alice]);
  });

  test('forgetting an account tells nothing', () => {
    const { bell, told } = rung('n1');
    bell.forget(alice);
    expect(told.allRead).toEqual([]);
  });
});

describe('read elsewhere', () => {
  test('closes the toasts of those, and is not told back', () => {
    const { bell, told, history } = rung('n1', 'n2', 'n3');
    bell.readElsewhere(alice, [idOf('n1'), idOf('n3'), 'nobody/n1']);
    expect(told.closed).toEqual([idOf('n1'), idOf('n3')]);
    expect(history.unread(alice)).toBe(1);
    expect([told.resets, told.allRead]).toEqual([1, []]);
    bell.readElsewhere(alice, [idOf('n2')]);
    expect(told.allRead).toEqual([]);
  });

  test('what is read already changes nothing', () => {
    const { bell, told, file } = rung('n1');
    bell.readElsewhere(alice, [idOf('n1')]);
    const lines = file.lines.length;
    bell.readElsewhere(alice, [idOf('n1')]);
    bell.readElsewhere(alice, []);
    expect([file.lines.length, told.resets]).toEqual([lines, 1]);
  });

  test('of one account leaves the others alone', () => {
    const { bell, history } = rung('n1');
    bell.readElsewhere(other, [idOf('n1')]);
    expect(history.unread(alice)).toBe(1);
  });

  test('all of it takes the digest along', () => {
    const { bell, told } = rung();
    const missed = Array.from({ length: 6 }, (_, index) => aNotice(`n${index}`));
    bell.ringMissed(alice, missed);
    bell.readElsewhere(alice, [idOf('n0')]);
    expect(told.closed).toEqual([]);
    bell.readElsewhere(
      alice,
      missed.map(({ id }) => id),
    );
    expect(told.closed).toEqual([`${alice}/digest/n5`]);
  });

  test('stays over a restart', () => {
    const { bell, file } = rung('n1', 'n2');
    bell.readElsewhere(alice, [idOf('n1')]);
    expect(bellBench(undefined, file).history.get(idOf('n1'))?.read).toBe(true);
    expect(bellBench(undefined, file).history.get(idOf('n2'))?.read).toBe(false);
  });
});

describe('taken back by the server', () => {
  test('it is gone from the list and from the desktop, and does not ring again', () => {
    const { bell, told, history, file } = rung('n1', 'n2');
    bell.remove(alice, [idOf('n1'), 'nobody']);
    expect(told.closed).toEqual([idOf('n1')]);
    expect(told.resets).toBe(1);
    expect(history.newest().map(({ notice }) => notice.sourceId)).toEqual(['n2']);
    bell.ring(aNotice('n1'), true);
    const again = bellBench(undefined, file);
    again.bell.ring(aNotice('n1'), true);
    expect([told.toasts.length, again.told.toasts.length]).toEqual([2, 0]);
  });

  test('what is not there changes nothing', () => {
    const { bell, told } = rung('n1');
    bell.remove(alice, [idOf('n9')]);
    bell.remove(other, [idOf('n1')]);
    expect([told.resets, told.closed]).toEqual([0, []]);
  });

  test('what was held is not part of the digest any more', () => {
    const { bell, told, clock } = rung();
    bell.pauseUntil(clock.now() + 60_000);
    for (const id of ['n1', 'n2', 'n3']) bell.ring(aNotice(id), true);
    bell.remove(alice, [idOf('n1')]);
    bell.pauseUntil(null);
    expect(told.toasts.map(({ title }) => title)).toEqual(['2 notifications while paused']);
  });
});
