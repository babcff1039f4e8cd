import { describe, expect, test } from 'vitest';
import { alice, open, other, shown } from '../../../support/history-bench.ts';
import { fakeLineFile } from '../../../support/line-file.ts';
import { aNotice } from '../../../support/samples.ts';

describe('what comes beside the notifications', () => {
  test('does not move the mark from which they are caught up', () => {
    const file = fakeLineFile();
    const history = open(file);
    history.add(aNotice('n1'), shown, true);
    // Even where a caller says so: its ids sort among others.
    history.add(aNotice('chat:z9'), shown, false);
    history.markKnown(alice, ['announcement:z9']);
    expect(history.catchUpFrom(alice)).toBe('n1');
    expect(open(file).catchUpFrom(alice)).toBe('n1');
  });

  test('is no baseline of theirs: a first connect still rings nothing', () => {
    const history = open(fakeLineFile());
    history.add(aNotice('chat:1'), shown, false);
    history.setBaseline(alice, 'chat');
    expect(history.hasBaseline(alice)).toBe(false);
    expect(history.catchUpFrom(alice)).toBeNull();
  });

  test('has a baseline of its own kind, which survives a restart and compaction', () => {
    const file = fakeLineFile();
    const history = open(file);
    history.setBaseline(alice, 'chat');
    history.setBaseline(alice, 'chat');
    expect(file.lines).toHaveLength(1);
    // Forgetting another account writes the file anew.
    history.forget(other);
    expect(file.replacements).toBe(1);
    for (const one of [history, open(file)]) {
      expect(one.hasBaseline(alice, 'chat')).toBe(true);
      expect(one.hasBaseline(alice, 'announcement')).toBe(false);
      expect(one.hasBaseline(other, 'chat')).toBe(false);
    }
  });

  test('is known again after a restart, and does not push out what else is known', () => {
    const file = fakeLineFile();
    const history = open(file);
    history.markKnown(alice, ['n1', 'announcement:1']);
    history.markKnown(
      alice,
      Array.from({ length: 1_005 }, (_, index) => `chat:${index}`),
    );
    for (const one of [history, open(file)]) {
      expect(['n1', 'announcement:1', 'chat:1004'].every((id) => one.isKnown(alice, id))).toBe(
        true,
      );
      expect(one.isKnown(alice, 'chat:0')).toBe(false);
    }
  });

  test('goes with the account', () => {
    const history = open(fakeLineFile());
    history.setBaseline(alice, 'chat');
    history.markKnown(alice, ['chat:1']);
    history.forget(alice);
    expect(history.hasBaseline(alice, 'chat')).toBe(false);
    expect(history.isKnown(alice, 'chat:1')).toBe(false);
  });
});

describe('groups', () => {
  const ids = (entries: ReturnType<ReturnType<typeof open>['group']>) =>
    entries.map(({ notice }) => notice.sourceId);

  test('are found by any of theirs, newest first, and by the id they began with when that one is gone', () => {
    const file = fakeLineFile();
    const history = open(file);
    history.add(aNotice('n1'), shown, true);
    history.add(aNotice('n2'), shown, true, `${alice}/n1`);
    history.add(aNotice('n3'), shown, true, `${alice}/n1`);
    history.add(aNotice('n4'), shown, true);
    for (const id of ['n1', 'n2', 'n3']) {
      expect(ids(history.group(`${alice}/${id}`))).toEqual(['n3', 'n2', 'n1']);
    }
    expect(ids(history.group(`${alice}/n4`))).toEqual(['n4']);
    expect(history.group('nobody')).toEqual([]);
    history.remove(alice, [`${alice}/n1`]);
    expect(ids(history.group(`${alice}/n1`))).toEqual(['n3', 'n2']);
    expect(ids(open(file).group(`${alice}/n2`))).toEqual(['n3', 'n2']);
    history.forget(alice);
    expect(history.group(`${alice}/n1`)).toEqual([]);
  });
});
