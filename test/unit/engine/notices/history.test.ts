import { describe, expect, test } from 'vitest';
import { pages } from '../../../../src-main/engine/notices/notice.ts';
import { fakeStart } from '../../../support/fake-clock.ts';
import { alice, full, idsOf, open, other, shown } from '../../../support/history-bench.ts';
import { fakeLineFile } from '../../../support/line-file.ts';
import { aNotice } from '../../../support/samples.ts';

describe('over a restart', () => {
  test('a notice with every part filled comes back as it was', () => {
    const file = fakeLineFile();
    open(file).add(full, { decision: 'grouped', reason: 'digest' }, true);
    expect(open(file).get(full.id)).toEqual({
      notice: full,
      decision: { decision: 'grouped', reason: 'digest' },
      read: false,
      answered: null,
      released: false,
      group: full.id,
    });
  });

  test('so does one that an earlier Suzu kept, which knew less of it', () => {
    const { others: _others, nuance: _nuance, ...notice } = full;
    const decision = { decision: 'shown', reason: 'live' };
    const line = { k: 'notice', notice, decision, contiguous: true };
    expect(open(fakeLineFile([JSON.stringify(line)])).get(full.id)).toMatchObject({
      notice: { ...full, others: 0, nuance: null },
      group: full.id,
    });
  });

  test.each([
    { kind: 'note', noteId: 'x' },
    { kind: 'user', username: 'bob', host: null },
    { kind: 'user', username: 'bob', host: 'far.example' },
    { kind: 'chat', with: 'user', id: 'user-bob' },
    { kind: 'chat', with: 'room', id: 'room-1' },
    ...pages.map((page) => ({ kind: 'page', page }) as const),
  ] as const)('so does the target %j', (target) => {
    const file = fakeLineFile();
    open(file).add(aNotice('n1', { target }), shown, true);
    expect(open(file).newest(1)[0]?.notice.target).toEqual(target);
  });

  test('what is known stays known', () => {
    const file = fakeLineFile();
    const history = open(file);
    history.add(aNotice('n1'), shown, true);
    history.markKnown(alice, ['n2', 'n3']);
    const again = open(file);
    expect(['n1', 'n2', 'n3', 'n4'].map((id) => again.isKnown(alice, id))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(again.isKnown(other, 'n1')).toBe(false);
    expect(idsOf(again)).toEqual(['n1']);
  });

  test('decisions that changed and read marks come back', () => {
    const file = fakeLineFile();
    const history = open(file);
    for (const id of ['n1', 'n2', 'n3']) history.add(aNotice(id), shown, true);
    history.changeDecision(`${alice}/n1`, { decision: 'suppressed', reason: 'failed' });
    history.markRead(alice, [`${alice}/n2`]);
    const again = open(file);
    expect(again.get(`${alice}/n1`)?.decision.reason).toBe('failed');
    expect(again.get(`${alice}/n2`)?.read).toBe(true);
    expect(again.unread(alice)).toBe(2);
  });

  test('a second start writes nothing by itself', () => {
    const file = fakeLineFile();
    open(file).add(aNotice('n1'), shown, true);
    const before = [...file.lines];
    open(file);
    expect(file.lines).toEqual(before);
    expect(file.replacements).toBe(0);
  });
});

describe('what is held', () => {
  const held = { decision: 'held', reason: 'paused' } as const;
  const heldIds = (history: ReturnType<typeof open>) =>
    history.held().map(({ notice }) => notice.id);

  test('is unread and not told since, of all accounts, in the order in which it came', () => {
    const history = open(fakeLineFile());
    history.add(aNotice('n1'), held, true);
    history.add(aNotice('n2'), shown, true);
    history.add(aNotice('n3'), held, true);
    history.add(aNotice('n1', { accountId: other }), held, true);
    history.markRead(alice, [`${alice}/n3`]);
    expect(heldIds(history)).toEqual([`${alice}/n1`, `${other}/n1`]);
  });

  test('is told once, also over a restart and compaction', () => {
    const file = fakeLineFile();
    const history = open(file);
    for (const id of ['n1', 'n2', 'n3']) history.add(aNotice(id), held, true);
    history.markReleased([`${alice}/n1`, `${alice}/n3`, 'nobody']);
    const lines = file.lines.length;
    history.markReleased([`${alice}/n1`]);
    expect(file.lines).toHaveLength(lines);
    for (const one of [history, open(file)]) expect(heldIds(one)).toEqual([`${alice}/n2`]);
    history.forget(other);
    expect(file.replacements).toBe(1);
    const again = open(file);
    expect(heldIds(again)).toEqual([`${alice}/n2`]);
    expect(again.get(`${alice}/n3`)).toMatchObject({ released: true, read: false });
  });
});

describe('a page', () => {
  test('is newest first by the server’s time, whatever the order of arrival', () => {
    const history = open(fakeLineFile());
    for (const [id, minutes] of [
      ['b', 2],
      ['d', 4],
      ['a', 1],
      ['c', 3],
    ] as const) {
      history.add(aNotice(id, { createdAt: fakeStart + minutes * 60_000 }), shown, true);
    }
    expect(idsOf(history)).toEqual(['d', 'c', 'b', 'a']);
  });

  test('of one moment the one that came last is first', () => {
    const history = open(fakeLineFile());
    for (const id of ['a', 'b', 'c']) history.add(aNotice(id), shown, true);
    expect(idsOf(history)).toEqual(['c', 'b', 'a']);
  });
});

describe('read', () => {
  test('all of one account, and none of another', () => {
    const history = open(fakeLineFile());
    history.add(aNotice('n1'), shown, true);
    history.add(aNotice('n2'), shown, true);
    history.add(aNotice('n1', { accountId: other }), shown, true);
    history.markAllRead(alice);
    expect([history.unread(alice), history.unread(other)]).toEqual([0, 1]);
    history.add(aNotice('n3'), shown, true);
    expect(history.unread(alice)).toBe(1);
  });

  test('what changes nothing is not written', () => {
    const file = fakeLineFile();
    const history = open(file);
    history.markAllRead(alice);
    history.markRead(alice, ['nobody']);
    history.changeDecision('nobody', shown);
    history.markKnown(alice, []);
    expect(file.lines).toEqual([]);
    history.add(aNotice('n1'), shown, true);
    history.markRead(alice, [`${alice}/n1`]);
    history.markRead(alice, [`${alice}/n1`]);
    history.markAllRead(alice);
    history.markKnown(alice, ['n1']);
    expect(file.lines).toHaveLength(2);
  });
});

describe('the cursor: up to where nothing is missing', () => {
  test('there is none before the baseline', () => {
    const history = open(fakeLineFile());
    expect(history.hasBaseline(alice)).toBe(false);
    expect(history.catchUpFrom(alice)).toBeNull();
  });

  test('one live notice is baseline enough: what followed it is new', () => {
    const file = fakeLineFile();
    open(file).add(aNotice('n5'), shown, false);
    const again = open(file);
    expect(again.hasBaseline(alice)).toBe(true);
    expect(again.catchUpFrom(alice)).toBe('n5');
  });

  test('an account that had nothing yet has a baseline all the same', () => {
    const file = fakeLineFile();
    open(file).advance(alice, null);
    const again = open(file);
    expect(again.hasBaseline(alice)).toBe(true);
    expect(again.catchUpFrom(alice)).toBeNull();
    expect(again.hasBaseline(other)).toBe(false);
  });

  test('it only goes forward', () => {
    const file = fakeLineFile();
    const history = open(file);
    history.advance(alice, 'n5');
    history.advance(alice, 'n3');
    history.advance(alice, null);
    expect(history.catchUpFrom(alice)).toBe('n5');
    expect(file.lines).toHaveLength(1);
    history.advance(alice, 'n6');
    expect(open(file).catchUpFrom(alice)).toBe('n6');
  });

  test('a contiguous notice moves it; one behind a gap does not', () => {
    const file = fakeLineFile();
    const history = open(file);
    history.advance(alice, 'n1');
    history.add(aNotice('n9'), shown, false);
    expect(history.catchUpFrom(alice)).toBe('n1');
    history.add(aNotice('n2'), shown, true);
    expect(history.catchUpFrom(alice)).toBe('n2');
    expect(open(file).catchUpFrom(alice)).toBe('n2');
  });

  test('catch-up begins ten ids before it: ids of one millisecond do not follow the order of time', () => {
    const history = open(fakeLineFile());
    const ids = Array.from({ length: 30 }, (_, index) => `n${String(index).padStart(2, '0')}`);
    for (const id of ids) history.add(aNotice(id), shown, true);
    expect(history.catchUpFrom(alice)).toBe('n20');
    // One that came live ahead of a gap is no place to begin from.
    history.add(aNotice('n99'), shown, false);
    expect(history.catchUpFrom(alice)).toBe('n20');
  });

  test('with fewer known it begins with the oldest', () => {
    const history = open(fakeLineFile());
    for (const id of ['n3', 'n1', 'n2']) history.add(aNotice(id), shown, true);
    expect(history.catchUpFrom(alice)).toBe('n1');
  });

  test('ids of two accounts are never compared', () => {
    const history = open(fakeLineFile());
    history.advance(alice, 'a');
    history.advance(other, 'z');
    expect([history.catchUpFrom(alice), history.catchUpFrom(other)]).toEqual(['a', 'z']);
  });
});
