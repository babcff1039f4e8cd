import { describe, expect, test } from 'vitest';
import { type History, openHistory } from '../../../../src-main/engine/notices/history.ts';
import { alice, full, idsOf, open, other, shown } from '../../../support/history-bench.ts';
import { fakeLineFile } from '../../../support/line-file.ts';
import { memoryLog } from '../../../support/memory-log.ts';
import { aNotice } from '../../../support/samples.ts';

describe('bounds', () => {
  test('the newest 2,000 notices are kept', () => {
    const file = fakeLineFile();
    const history = open(file);
    for (let n = 0; n < 2_100; n += 1) history.add(aNotice(`n${n + 10_000}`), shown, true);
    expect(idsOf(history)).toHaveLength(2_000);
    expect(idsOf(history).at(-1)).toBe('n10100');
    expect(idsOf(open(file))).toEqual(idsOf(history));
  });

  test('the newest 1,000 ids of an account are known, those of others are not pushed out', () => {
    const history = open(fakeLineFile());
    history.markKnown(other, ['x']);
    history.markKnown(
      alice,
      Array.from({ length: 1_005 }, (_, index) => `k${index}`),
    );
    expect(history.isKnown(alice, 'k4')).toBe(false);
    expect(history.isKnown(alice, 'k5')).toBe(true);
    expect(history.isKnown(alice, 'k1004')).toBe(true);
    expect(history.isKnown(other, 'x')).toBe(true);
  });
});

describe('compaction', () => {
  /** Appends that many lines that change nothing to remember: read marks of one notice that is unread again. */
  function wear(history: History, count: number): void {
    for (let n = 0; n < count; n += 1) {
      history.changeDecision(`${alice}/n1`, {
        decision: 'shown',
        reason: n % 2 === 0 ? 'missed' : 'live',
      });
    }
  }

  test('happens when it pays, and loses nothing that counts', () => {
    const file = fakeLineFile();
    const history = open(file);
    history.markKnown(alice, ['old1', 'old2']);
    history.advance(alice, 'old2');
    history.advance(other, null);
    history.add(aNotice('n1'), shown, true);
    history.add(aNotice('n2'), { decision: 'held', reason: 'paused' }, false);
    history.markRead(alice, [`${alice}/n2`]);
    wear(history, 2_100);
    expect(file.replacements).toBe(1);
    expect(file.lines.length).toBeLessThan(150);
    const again = open(file);
    expect(again.newest(10)).toEqual(history.newest(10));
    expect(again.get(`${alice}/n2`)).toMatchObject({ read: true, decision: { reason: 'paused' } });
    expect(['old1', 'old2', 'n1', 'n2'].every((id) => again.isKnown(alice, id))).toBe(true);
    expect(again.catchUpFrom(alice)).toBe(history.catchUpFrom(alice));
    expect(again.hasBaseline(other)).toBe(true);
    expect(again.unread(alice)).toBe(1);
  });

  test('a long file is compacted at the start', () => {
    const file = fakeLineFile();
    wear(open(file), 0);
    const line = JSON.stringify({ k: 'cursor', accountId: alice, id: 'n1' });
    file.lines = Array.from({ length: 5_000 }, () => line);
    const history = open(file);
    expect(file.lines).toHaveLength(2);
    expect(history.catchUpFrom(alice)).toBe('n1');
  });

  test('that fails leaves the old file and is tried again', () => {
    const file = fakeLineFile();
    const log = memoryLog();
    const history = open(file, log);
    history.add(aNotice('n1'), shown, true);
    const { replace } = file;
    let tries = 0;
    file.replace = () => {
      tries += 1;
      throw new Error('EROFS');
    };
    wear(history, 2_100);
    expect(log.lines.some(({ message }) => message.includes('compacted'))).toBe(true);
    // Each try writes the whole file: not with each line.
    expect(tries).toBe(1);
    expect(open(fakeLineFile(file.lines)).get(`${alice}/n1`)).toBeDefined();
    file.replace = replace;
    wear(history, 200);
    expect(file.replacements).toBe(1);
  });

  test('keeps known ids in the order of their age', () => {
    const file = fakeLineFile();
    const history = open(file);
    for (let n = 0; n < 1_500; n += 1) history.markKnown(alice, [`n${n + 10_000}`]);
    history.forget(other);
    const again = open(file);
    const known = (id: number) => again.isKnown(alice, `n${id + 10_000}`);
    expect([known(499), known(500), known(1_499)]).toEqual([false, true, true]);
    again.markKnown(alice, ['n20000']);
    expect([known(500), known(501)]).toEqual([false, true]);
  });
});

describe('forget', () => {
  function filled(file = fakeLineFile()): History {
    const history = open(file);
    for (const accountId of [alice, other]) {
      history.markKnown(accountId, ['old']);
      history.advance(accountId, 'old');
      history.add(aNotice('n1', { accountId }), shown, true);
    }
    return history;
  }

  test('removes all traces of one account from the disk, and none of another', () => {
    const file = fakeLineFile();
    filled(file).forget(alice);
    expect(file.lines.join('\n')).not.toContain(alice);
    const again = open(file);
    expect(again.accountIds()).toEqual([other]);
    expect(again.hasBaseline(alice)).toBe(false);
    expect(again.isKnown(alice, 'n1')).toBe(false);
    expect(again.isKnown(other, 'n1')).toBe(true);
    expect(again.catchUpFrom(other)).toBe('n1');
    expect(idsOf(again)).toEqual(['n1']);
  });

  test('an account that comes back begins with a new baseline', () => {
    const history = filled();
    history.forget(alice);
    expect(history.hasBaseline(alice)).toBe(false);
    history.advance(alice, null);
    expect(history.catchUpFrom(alice)).toBeNull();
  });

  test('when the file cannot be written anew, it is still forgotten after a restart', () => {
    const file = fakeLineFile();
    const history = filled(file);
    file.replace = () => {
      throw new Error('ENOSPC');
    };
    history.forget(alice);
    expect(history.accountIds()).toEqual([other]);
    const again = open(fakeLineFile(file.lines));
    expect(again.accountIds()).toEqual([other]);
    expect(again.isKnown(alice, 'n1')).toBe(false);
  });
});

describe('broken lines', () => {
  const rubbish: [string, string][] = [
    ['zeros', '\u0000'.repeat(512)],
    ['no JSON', '{"k":"notice","notice":{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a deep nest', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ];

  test.each(rubbish)('%s are skipped, and the rest stands', (_what, line) => {
    const file = fakeLineFile();
    const history = open(file);
    history.add(aNotice('n1'), shown, true);
    file.lines.push(line);
    history.add(aNotice('n2'), shown, true);
    const log = memoryLog();
    const again = open(file, log);
    expect(idsOf(again)).toEqual(['n2', 'n1']);
    expect(log.lines).toEqual([
      { level: 'warn', message: 'history: broken lines were skipped', fields: { broken: 1 } },
    ]);
    again.add(aNotice('n3'), shown, true);
    expect(idsOf(open(file))).toEqual(['n3', 'n2', 'n1']);
  });

  test('unknown fields of a later version do not break a line', () => {
    const file = fakeLineFile();
    open(file).add(aNotice('n1'), shown, true);
    file.lines = file.lines.map((line) => line.replace('{"k"', '{"added":1,"k"'));
    expect(idsOf(open(file))).toEqual(['n1']);
  });
});

describe('lines of a newer version', () => {
  const newer = JSON.stringify({
    k: 'notice',
    notice: { ...full, target: { kind: 'galaxy' } },
    decision: { decision: 'sung', reason: 'birthday' },
    contiguous: true,
  });
  const lines = ['{"k":"starred","accountId":"alice@example.social","id":"n1"}', newer];

  test('are no defect, stay when the file is written anew, and are not told again', () => {
    const file = fakeLineFile();
    open(file).add(aNotice('n1'), shown, true);
    file.lines.push(...lines);
    const log = memoryLog();
    const history = open(file, log);
    expect(log.lines.map(({ level }) => level)).toEqual(['info']);
    expect(idsOf(history)).toEqual(['n1']);
    expect(history.isKnown(full.accountId, full.sourceId)).toBe(true);
    history.forget(other);
    expect(file.replacements).toBe(1);
    expect(file.lines.slice(-2)).toEqual(lines);
  });

  test('go with what they are about', async () => {
    const file = fakeLineFile(lines);
    const history = open(file);
    await history.erase({ before: full.createdAt });
    expect(file.lines.slice(-2)).toEqual(lines);
    await history.erase({ before: full.createdAt + 1 });
    expect(file.lines.slice(-1)).toEqual(lines.slice(0, 1));
    history.forget(alice);
    expect(file.lines).toEqual([]);
  });

  test('inside a notice, fields that nobody knows here stay with it', () => {
    const file = fakeLineFile();
    open(file).add(aNotice('n1'), shown, true);
    file.lines = file.lines.map((line) => line.replace('"sourceId"', '"mood":"fine","sourceId"'));
    open(file).forget(other);
    expect(file.lines.join()).toContain('"mood":"fine"');
  });
});

test('a disk that cannot be written does not lose what memory knows', () => {
  const file = fakeLineFile();
  const log = memoryLog();
  const history = open(file, log);
  file.failure = new Error('ENOSPC: no space left on device');
  history.add(aNotice('n1'), shown, true);
  expect(history.isKnown(alice, 'n1')).toBe(true);
  expect(idsOf(history)).toEqual(['n1']);
  expect(log.lines[0]).toMatchObject({ level: 'error', message: 'history: could not be written' });
});

describe('opening', () => {
  test('a file that cannot be read is left alone, and this run is kept in memory', () => {
    const file = fakeLineFile(['kept as it was']);
    file.read = () => {
      throw new Error('EACCES');
    };
    const log = memoryLog();
    let unreadable = 0;
    const history = openHistory(file, log, () => {
      unreadable += 1;
    });
    history.add(aNotice('n1'), shown, true);
    history.forget(other);
    expect(unreadable).toBe(1);
    expect(history.isKnown(alice, 'n1')).toBe(true);
    expect(file.lines).toEqual(['kept as it was']);
    expect(log.lines[0]?.level).toBe('error');
  });

  test('one that can be read is used', () => {
    const file = fakeLineFile();
    open(file).add(aNotice('n1'), shown, true);
    const history = openHistory(file, memoryLog(), () => {
      throw new Error('not called');
    });
    expect(idsOf(history)).toEqual(['n1']);
  });
});
