import { beforeEach, describe, expect, test } from 'vitest';
import { apiFailure, htmlPage } from '../../../../support/fake-api.ts';
import { settle } from '../../../../support/fake-clock.ts';
import {
  check,
  granted,
  meta,
  nothing,
  type SignInBench,
  server,
  signInBench,
} from '../../../../support/sign-in-bench.ts';

let bench: SignInBench;

beforeEach(() => {
  bench = signInBench();
});

describe('it does not come to that', () => {
  test('denied: the server never says so, and waiting ends after 10 minutes', async () => {
    await bench.signIn.start('example.social');
    await bench.clock.advance(10 * 60_000 - 1);
    expect(bench.signIn.state.phase).toBe('waiting');
    await bench.clock.advance(1);
    expect(bench.signIn.state).toEqual({
      phase: 'failed',
      typed: 'example.social',
      error: 'signInTimeout',
      server,
    });
    expect(await bench.leftovers()).toEqual(nothing);
  });

  test('used already: the browser comes back, and the token was handed out before', async () => {
    await bench.signIn.start('example.social');
    expect(await bench.comeBack()).toBe('failed');
    expect(bench.signIn.state).toMatchObject({ phase: 'failed', error: 'signInUsed' });
    expect(bench.accounts).toEqual([]);
    expect(await bench.leftovers()).toEqual(nothing);
  });

  test('another session comes back: nothing happens', async () => {
    await bench.signIn.start('example.social');
    expect(await bench.comeBack('a-stranger')).toBe('failed');
    expect(bench.signIn.state.phase).toBe('waiting');
    expect(bench.api.callsOf(check)).toEqual([]);
  });

  test('cancelled while waiting', async () => {
    await bench.signIn.start('example.social');
    bench.signIn.cancel();
    expect(bench.signIn.state).toEqual({ phase: 'idle' });
    expect(await bench.leftovers()).toEqual(nothing);
  });

  test('cancelled while the server is looked for', async () => {
    const release = bench.api.hold('meta', () => meta);
    const started = bench.signIn.start('example.social');
    await settle();
    bench.signIn.cancel();
    release();
    await started;
    expect(bench.phases()).toEqual(['checking', 'idle']);
    expect(bench.browser).toEqual([]);
    expect(await bench.leftovers()).toEqual(nothing);
  });

  test('cancelled while the callback is opened: it is closed at once', async () => {
    let opened = () => {};
    const { promise, resolve } = deferred<void>();
    const really = bench.played.openCallback;
    bench.played.openCallback = async (options) => {
      opened = resolve;
      await promise;
      return really(options);
    };
    const started = bench.signIn.start('example.social');
    await settle();
    bench.signIn.cancel();
    opened();
    await started;
    expect(bench.browser).toEqual([]);
    expect(await bench.leftovers()).toEqual(nothing);
  });

  test('cancelled while the token is on its way: it is not taken', async () => {
    await bench.signIn.start('example.social');
    const release = bench.api.hold(check, () => granted);
    await bench.clock.advance(3_000);
    const shown = bench.comeBack();
    await settle();
    bench.signIn.cancel();
    release();
    expect(await shown).toBe('failed');
    expect(bench.accounts).toEqual([]);
    expect(await bench.leftovers()).toEqual(nothing);
  });

  test('the browser comes back after it was cancelled', async () => {
    await bench.signIn.start('example.social');
    bench.signIn.cancel();
    bench.api.answer(check, () => granted);
    expect(await bench.comeBack()).toBe('failed');
    expect(bench.accounts).toEqual([]);
    expect(bench.api.callsOf(check)).toEqual([]);
  });

  test('started anew: the first attempt ends, and its browser finds nothing', async () => {
    await bench.signIn.start('example.social');
    await bench.signIn.start('example.social');
    expect(bench.callbacks.map(({ closed }) => closed)).toEqual([1, 0]);
    expect(await bench.comeBack('uuid-1', 0)).toBe('failed');
    expect(bench.signIn.state.phase).toBe('waiting');
    bench.api.answer('miauth/uuid-3/check', () => granted);
    expect(await bench.comeBack('uuid-3', 1)).toBe('done');
    expect(bench.accounts).toHaveLength(1);
  });

  test.each([
    ['the network is gone for a while', null],
    ['the server is in trouble for a while', () => htmlPage(503)],
    ['the server is asked too often', () => apiFailure(429, 'RATE_LIMIT_EXCEEDED')],
  ])('%s: it goes on waiting', async (_what, answer) => {
    await bench.signIn.start('example.social');
    bench.api.answer(check, () => {
      if (answer === null) throw new TypeError('fetch failed');
      return answer();
    });
    await bench.clock.advance(9_000);
    expect(bench.signIn.state.phase).toBe('waiting');
    bench.api.answer(check, () => granted);
    await bench.clock.advance(3_000);
    expect(bench.accounts).toHaveLength(1);
  });

  test.each([
    ['something else answers', () => htmlPage(200), 'notMisskey'],
    ['the server does not know of it', () => apiFailure(404, 'NO_SUCH_ENDPOINT'), 'notMisskey'],
  ])('%s: it ends and says so', async (_what, answer, error) => {
    await bench.signIn.start('example.social');
    bench.api.answer(check, answer);
    await bench.clock.advance(3_000);
    expect(bench.signIn.state).toMatchObject({ phase: 'failed', error });
    expect(await bench.leftovers()).toEqual(nothing);
  });

  test('the network is gone when the browser comes back: the poll goes on', async () => {
    await bench.signIn.start('example.social');
    bench.api.answer(check, () => {
      throw new TypeError('fetch failed');
    });
    await expect(bench.comeBack()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(bench.signIn.state.phase).toBe('waiting');
    bench.api.answer(check, () => granted);
    await bench.clock.advance(3_000);
    expect(bench.accounts).toHaveLength(1);
  });
});

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settlePromise) => {
    resolve = settlePromise;
  });
  return { promise, resolve };
}
