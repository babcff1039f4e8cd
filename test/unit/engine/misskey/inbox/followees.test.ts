import { beforeEach, describe, expect, test } from 'vitest';
import { Followees, followWaitMs } from '../../../../../src-main/engine/misskey/inbox/followees.ts';
import { apiFailure, type FakeApi, fakeApi } from '../../../../support/fake-api.ts';
import { type FakeClock, fakeClock } from '../../../../support/fake-clock.ts';
import { memoryLog } from '../../../../support/memory-log.ts';

let clock: FakeClock;
let server: FakeApi;
let followees: Followees;
let followed: string[];

const relations = ({ parameters }: { parameters: Readonly<Record<string, unknown>> }) =>
  [parameters['userId']].flat().map((id) => ({ id, isFollowing: followed.includes(String(id)) }));
const asked = () => server.callsOf('users/relation').map(({ parameters }) => parameters['userId']);
const known = (...ids: string[]) => ids.map((id) => followees.isFollowed(id));

beforeEach(() => {
  clock = fakeClock();
  server = fakeApi();
  server.answer('users/relation', relations);
  followees = new Followees({ api: server.api, clock, log: memoryLog() });
  followed = ['bob'];
});

describe('whom an account follows', () => {
  test('is asked once, for all that come together', async () => {
    const both = Promise.all([
      followees.learn(['bob', 'carol']),
      followees.learn(['carol', 'dave']),
    ]);
    await clock.advance(100);
    await both;
    expect(asked()).toEqual([['bob', 'carol', 'dave']]);
    expect(known('bob', 'carol', 'dave', 'eve')).toEqual([true, false, false, null]);
    await followees.learn(['dave', 'bob']);
    expect(asked()).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  test('is asked for a hundred people at a time', async () => {
    const many = Array.from({ length: 250 }, (_, index) => `u${index}`);
    const learnt = followees.learn(many);
    await clock.advance(100);
    await learnt;
    expect(asked().map((ids) => [ids].flat().length)).toEqual([100, 100, 50]);
    expect(known('u0', 'u249')).toEqual([false, false]);
  });

  test('is kept by what happens since', async () => {
    const learnt = followees.learn(['bob', 'carol']);
    await clock.advance(100);
    await learnt;
    followees.onChange('bob', false);
    followees.onChange('carol', true);
    expect(known('bob', 'carol')).toEqual([false, true]);
  });

  test('that happens while the server answers counts more than its answer', async () => {
    const answer = server.hold('users/relation', relations);
    const learnt = followees.learn(['bob']);
    await clock.advance(100);
    followees.onChange('bob', false);
    answer();
    await learnt;
    expect(known('bob')).toEqual([false]);
  });

  test('is unknown again after the stream was away, answers on their way included', async () => {
    const first = followees.learn(['bob']);
    await clock.advance(100);
    await first;
    const answer = server.hold('users/relation', relations);
    const second = followees.learn(['carol']);
    await clock.advance(100);
    followees.forget();
    answer();
    await second;
    expect(known('bob', 'carol')).toEqual([null, null]);
  });

  test('is not waited for longer than is good; an answer that comes later counts for the next', async () => {
    const answer = server.hold('users/relation', relations);
    let isOver = false;
    void followees.learn(['bob']).then(() => {
      isOver = true;
    });
    await clock.advance(followWaitMs - 1);
    expect(isOver).toBe(false);
    await clock.advance(1);
    expect(isOver).toBe(true);
    expect(known('bob')).toEqual([null]);
    answer();
    await clock.advance(0);
    expect(known('bob')).toEqual([true]);
  });

  test('is unknown where the server refuses, and is asked again', async () => {
    server.answer('users/relation', () => apiFailure(403, 'PERMISSION_DENIED'));
    const learnt = followees.learn(['bob']);
    await clock.advance(100);
    await learnt;
    expect(known('bob')).toEqual([null]);
    server.answer('users/relation', relations);
    const again = followees.learn(['bob']);
    await clock.advance(100);
    await again;
    expect(known('bob')).toEqual([true]);
  });

  test('is unknown where the answer is rubbish', async () => {
    server.answer('users/relation', () => [{ id: 'bob', isFollowing: 'yes' }, null]);
    const learnt = followees.learn(['bob']);
    await clock.advance(100);
    await learnt;
    expect(known('bob')).toEqual([null]);
  });
});
