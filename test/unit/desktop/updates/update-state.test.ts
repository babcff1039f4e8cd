import { expect, test } from 'vitest';
import {
  nextUpdateState,
  type UpdateEffect,
  type UpdateEvent,
} from '../../../../src-main/desktop/updates/update-state.ts';
import type { UpdateView } from '../../../../src-main/ipc/contract.ts';

const unsupported: UpdateView = { name: 'unsupported', reason: 'managed' };
const off: UpdateView = { name: 'off' };
const idle: UpdateView = { name: 'idle', last: null };
const failed: UpdateView = { name: 'idle', last: 'failed' };
const checking: UpdateView = { name: 'checking' };
const downloading: UpdateView = { name: 'downloading', version: '2.0.0', percent: 0 };
const ready: UpdateView = { name: 'ready', version: '2.0.0' };
const states = [unsupported, off, idle, checking, downloading, ready];

const on: UpdateEvent = { kind: 'switched', on: true };
const switchedOff: UpdateEvent = { kind: 'switched', on: false };
const due: UpdateEvent = { kind: 'due' };
const found: UpdateEvent = { kind: 'found', version: '2.0.0' };
const current: UpdateEvent = { kind: 'current' };
const progress: UpdateEvent = { kind: 'progress', percent: 40 };
const downloaded: UpdateEvent = { kind: 'downloaded' };
const failure: UpdateEvent = { kind: 'failed' };
const events = [on, switchedOff, due, found, current, progress, downloaded, failure];

/** Every step that changes something. */
const steps: readonly (readonly [UpdateView, UpdateEvent, UpdateView, UpdateEffect | null])[] = [
  [off, on, idle, null],
  [idle, switchedOff, off, 'cancel'],
  [idle, due, checking, 'check'],
  [checking, switchedOff, off, 'cancel'],
  [checking, found, downloading, 'download'],
  [checking, current, { name: 'idle', last: 'current' }, null],
  [checking, failure, failed, null],
  [downloading, switchedOff, off, 'cancel'],
  [downloading, progress, { ...downloading, percent: 40 }, null],
  [downloading, downloaded, ready, null],
  [downloading, failure, failed, null],
  [ready, switchedOff, off, 'cancel'],
];

test.each(
  steps.map(([from, event, to, effect]) => ({
    what: `${from.name}, ${event.kind}`,
    from,
    event,
    to,
    effect,
  })),
)('$what', ({ from, event, to, effect }) => {
  expect(nextUpdateState(from, event)).toEqual({ state: to, effect });
});

test('whatever does not fit changes nothing, and starts nothing', () => {
  const fits = (state: UpdateView, event: UpdateEvent) =>
    steps.some(([from, by]) => from === state && by === event);
  const others = states.flatMap((state) =>
    events.filter((event) => !fits(state, event)).map((event) => ({ state, event })),
  );
  expect(others).toHaveLength(states.length * events.length - steps.length);
  for (const { state, event } of others) {
    const next = nextUpdateState(state, event);
    expect(next.state, `${state.name}, ${event.kind}`).toBe(state);
    expect(next.effect).toBeNull();
  }
});

test('the same percent again is no change', () => {
  const half: UpdateView = { ...downloading, percent: 50 };
  expect(nextUpdateState(half, { kind: 'progress', percent: 50 }).state).toBe(half);
});
