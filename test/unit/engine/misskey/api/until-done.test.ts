import { beforeEach, describe, expect, test } from 'vitest';
import { ApiError, type ApiErrorKind } from '../../../../../src-main/engine/misskey/api/api.ts';
import { UntilDone } from '../../../../../src-main/engine/misskey/api/until-done.ts';
import { type FakeClock, fakeClock, settle } from '../../../../support/fake-clock.ts';
import { type MemoryLog, memoryLog } from '../../../../support/memory-log.ts';

let clock: FakeClock;
let log: MemoryLog;
let untilDone: UntilDone;
let attempts: number[];

beforeEach(() => {
  clock = fakeClock();
  log = memoryLog();
  untilDone = new UntilDone('doing it', clock, () => 0.999_999, log);
  attempts = [];
});

/** A task that fails that many times, so. */
function failing(times: number, kind: ApiErrorKind, retryAfterMs: number | null = null) {
  return async () => {
    attempts.push(clock.monotonic());
    if (attempts.length <= times) throw new ApiError('i', kind, { retryAfterMs });
  };
}

test('a task that succeeds runs once', async () => {
  untilDone.start(failing(0, 'unreachable'));
  await clock.advance(600_000);
  expect(attempts).toEqual([0]);
  expect(log.lines).toEqual([]);
});

test('one that fails is tried again with growing delays', async () => {
  untilDone.start(failing(4, 'unreachable'));
  await clock.advance(600_000);
  expect(attempts).toEqual([0, 4_000, 12_000, 28_000, 60_000]);
  expect(clock.pending).toBe(0);
  expect(log.lines.map(({ message }) => message)).toEqual(Array(4).fill('doing it failed'));
});

test.each(['unreachable', 'not-misskey', 'rate-limited', 'server-error'] as const)(
  '%s is worth another attempt',
  async (kind) => {
    untilDone.start(failing(1, kind));
    await clock.advance(60_000);
    expect(attempts).toHaveLength(2);
  },
);

test.each(['token-invalid', 'permission-denied', 'suspended', 'rejected'] as const)(
  '%s is not',
  async (kind) => {
    untilDone.start(failing(1, kind));
    await clock.advance(600_000);
    expect(attempts).toHaveLength(1);
    expect(clock.pending).toBe(0);
  },
);

test('a server that says when to come back is not asked before', async () => {
  untilDone.start(failing(1, 'rate-limited', 30_000));
  await clock.advance(29_999);
  expect(attempts).toHaveLength(1);
  await clock.advance(1);
  expect(attempts).toHaveLength(2);
});

describe('stop', () => {
  test('ends the waiting', async () => {
    untilDone.start(failing(1, 'unreachable'));
    await settle();
    untilDone.stop();
    expect(clock.pending).toBe(0);
    await clock.advance(600_000);
    expect(attempts).toHaveLength(1);
  });

  test('tells a task under way that its result is not wanted, and its failure is of no matter', async () => {
    let fail = (_error: Error) => {};
    let stillWanted = () => true;
    untilDone.start((wanted) => {
      stillWanted = wanted;
      return new Promise((_resolve, reject) => {
        fail = reject;
      });
    });
    expect(stillWanted()).toBe(true);
    untilDone.stop();
    expect(stillWanted()).toBe(false);
    fail(new ApiError('i', 'unreachable'));
    await clock.advance(600_000);
    expect(log.lines).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});

test('a new run ends the one before', async () => {
  untilDone.start(failing(99, 'unreachable'));
  await settle();
  const others: number[] = [];
  untilDone.start(async () => void others.push(clock.monotonic()));
  await clock.advance(600_000);
  expect(attempts).toHaveLength(1);
  expect(others).toEqual([0]);
});
