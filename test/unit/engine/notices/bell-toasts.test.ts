import { describe, expect, test } from 'vitest';
import type { Notice } from '../../../../src-main/engine/notices/notice.ts';
import { bellBench } from '../../../support/bell-bench.ts';
import { fakeStart } from '../../../support/fake-clock.ts';
import { aNotice } from '../../../support/samples.ts';

const alice = 'alice@example.social';
const other = 'alice@other.example';
const hour = 60 * 60_000;

const many = (count: number, fields: Partial<Notice> = {}) =>
  Array.from({ length: count }, (_, index) => aNotice(`n${index + 1}`, fields));

describe('read', () => {
  test('everything of an account: its toasts close, those of others stay', () => {
    const { bell, told, history } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.ring(aNotice('n2'), true);
    bell.ring(aNotice('n1', { accountId: other }), true);
    bell.markAllRead(alice);
    expect(told.closed).toEqual([`${alice}/n1`, `${alice}/n2`]);
    expect(told.resets).toBe(1);
    expect(history.unread(alice)).toBe(0);
    expect(history.unread(other)).toBe(1);
  });

  test('a digest closes with its account', () => {
    const { bell, told } = bellBench();
    bell.ringMissed(alice, many(7));
    bell.markAllRead(alice);
    expect(told.closed).toEqual([`${alice}/digest/n7`]);
  });

  test('a toast that is gone already is not closed again', () => {
    const { bell, told } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.onToastResult({ id: `${alice}/n1`, result: 'closed' });
    bell.markAllRead(alice);
    expect(told.closed).toEqual([]);
  });

  test('one notice: its toast closes and its row changes', () => {
    const { bell, told, history } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.ring(aNotice('n2'), true);
    bell.markRead(`${alice}/n1`);
    expect(told.closed).toEqual([`${alice}/n1`]);
    expect(told.updated.map(({ notice, read }) => [notice.sourceId, read])).toEqual([['n1', true]]);
    expect(history.unread(alice)).toBe(1);
  });

  test('one that is unknown changes nothing', () => {
    const { bell, told } = bellBench();
    bell.markRead('nobody/n1');
    expect(told.updated).toEqual([]);
    expect(told.closed).toEqual([]);
  });
});

describe('what became of a toast', () => {
  test('shown: traced, and it stays until it is closed', () => {
    const { bell, trace, told } = bellBench();
    bell.ring(aNotice('n1'), true);
    const toast = bell.onToastResult({ id: `${alice}/n1`, result: 'shown' });
    expect(toast?.title).toBe('Bob followed you');
    expect(trace.at(-1)).toEqual({
      at: 'toast',
      id: `${alice}/n1`,
      result: 'shown',
      title: 'Bob followed you',
      body: '',
    });
    bell.markAllRead(alice);
    expect(told.closed).toEqual([`${alice}/n1`]);
  });

  test('failed: the history says so, with the reason in the trace', () => {
    const { bell, trace, told, history } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.onToastResult({ id: `${alice}/n1`, result: 'failed', reason: 'no service' });
    expect(trace.at(-1)).toMatchObject({ at: 'toast', result: 'failed', reason: 'no service' });
    expect(history.get(`${alice}/n1`)?.decision).toEqual({
      decision: 'suppressed',
      reason: 'failed',
    });
    expect(told.updated.map(({ decision }) => decision.reason)).toEqual(['failed']);
    expect(history.unread(alice)).toBe(1);
  });

  test('a digest that failed is traced, and its notices stay as they were', () => {
    const { bell, trace, told, history } = bellBench();
    bell.ringMissed(alice, many(6));
    bell.onToastResult({ id: `${alice}/digest/n6`, result: 'failed', reason: 'no service' });
    expect(trace.at(-1)).toMatchObject({ at: 'toast', result: 'failed' });
    expect(told.updated).toEqual([]);
    expect(history.newest(10).every(({ decision }) => decision.decision === 'grouped')).toBe(true);
  });

  test('clicked: it tells where to go, and the notice is read', () => {
    const { bell, told, history } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.onToastResult({ id: `${alice}/n1`, result: 'shown' });
    const toast = bell.onToastResult({ id: `${alice}/n1`, result: 'clicked' });
    expect(toast?.target).toEqual({ kind: 'user', username: 'bob', host: null });
    expect(history.get(`${alice}/n1`)?.read).toBe(true);
    expect(told.updated.map(({ read }) => read)).toEqual([true]);
    // It closes by the click itself.
    expect(told.closed).toEqual([]);
  });

  test('closed by the user: not read', () => {
    const { bell, history, trace } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.onToastResult({ id: `${alice}/n1`, result: 'closed' });
    expect(history.unread(alice)).toBe(1);
    expect(trace.at(-1)).toMatchObject({ at: 'toast', result: 'closed' });
  });

  test('of one that is not ours, or that has ended: nothing', () => {
    const { bell, trace } = bellBench();
    bell.ring(aNotice('n1'), true);
    bell.onToastResult({ id: `${alice}/n1`, result: 'closed' });
    const before = trace.length;
    expect(bell.onToastResult({ id: `${alice}/n1`, result: 'clicked' })).toBeNull();
    expect(bell.onToastResult({ id: 'stranger', result: 'shown' })).toBeNull();
    expect(trace).toHaveLength(before);
  });
});

test('forget removes all traces of an account: toasts, held ones, history', () => {
  const { bell, told, history, file } = bellBench();
  bell.ring(aNotice('n1'), true);
  bell.pauseUntil(fakeStart + hour);
  bell.ring(aNotice('n2'), true);
  bell.ring(aNotice('n1', { accountId: other }), true);
  bell.forget(alice);
  expect(told.closed).toEqual([`${alice}/n1`]);
  expect(history.newest(10).map(({ notice }) => notice.accountId)).toEqual([other]);
  expect(file.lines.join()).not.toContain(alice);
  expect(told.resets).toBeGreaterThan(0);
  bell.pauseUntil(null);
  expect(told.toasts.map(({ accountId }) => accountId)).toEqual([alice, other]);
});

test('where accounts have labels, each toast says whose it is, a digest too', () => {
  const { bell, told, labels } = bellBench();
  labels.set(alice, '@alice@example.social');
  bell.ring(aNotice('n1'), true);
  bell.ringMissed(
    alice,
    Array.from({ length: 6 }, (_, index) => aNotice(`m${index}`)),
  );
  expect(told.toasts).toHaveLength(2);
  for (const { body } of told.toasts) expect(body).toMatch(/(^|\n)@alice@example\.social$/);
});
