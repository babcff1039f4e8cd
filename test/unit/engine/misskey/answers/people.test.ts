import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  type Relation,
  relationOf,
} from '../../../../../src-main/engine/misskey/answers/relation.ts';
import { userDetailSchema } from '../../../../../src-main/engine/misskey/api/schemas.ts';
import { answersBench, endOf, nothing } from '../../../../support/answers-bench.ts';
import { apiFailure } from '../../../../support/fake-api.ts';
import { fakeStart, settle } from '../../../../support/fake-clock.ts';
import { rawUser } from '../../../../support/samples.ts';

const strangers: Relation = {
  following: false,
  followed: false,
  requested: false,
  requesting: false,
  muted: false,
  bell: false,
  locked: false,
};

/** A profile as the server packs it, with how the two stand to each other. */
const detailed = (fields: Readonly<Record<string, unknown>> = {}) => ({
  ...rawUser(),
  isLocked: false,
  isFollowing: false,
  isFollowed: false,
  hasPendingFollowRequestFromYou: false,
  hasPendingFollowRequestToYou: false,
  isMuted: false,
  notify: 'none',
  ...fields,
});

/** Bob's profile is open; the server says afterwards what `after` says. */
async function peopleBench(before: Partial<Relation> = {}, after = detailed()) {
  const bench = await answersBench();
  bench.relations.set('user-bob', { ...strangers, ...before });
  bench.api.answer('users/show', () => after);
  return {
    ...bench,
    people: bench.answers.people,
    relation: () => bench.relations.get('user-bob'),
  };
}

describe('the relation to a person', () => {
  test('is read from the profile', () => {
    const user = detailed({ isFollowing: true, notify: 'normal', isLocked: true, isMuted: true });
    expect(relationOf(v.parse(userDetailSchema, user))).toEqual({
      ...strangers,
      following: true,
      bell: true,
      locked: true,
      muted: true,
    });
  });

  test('is none to oneself and without an account: the server says nothing of it', () => {
    expect(relationOf(v.parse(userDetailSchema, rawUser()))).toBeNull();
  });
});

const calls = [
  ['follow', 'following/create', { following: true }, {}],
  [
    'unfollow',
    'following/delete',
    { following: false, bell: false },
    { following: true, bell: true },
  ],
  [
    'acceptFollow',
    'following/requests/accept',
    { requesting: false, followed: true },
    { requesting: true },
  ],
  ['rejectFollow', 'following/requests/reject', { requesting: false }, { requesting: true }],
  ['unmute', 'mute/delete', { muted: false }, { muted: true }],
] as const;

describe.each(calls)('%s', (name, endpoint, changes, before) => {
  test('shows at once, and is then as the server says', async () => {
    const bench = await peopleBench(before, detailed({ isFollowed: true }));
    const release = bench.api.hold(endpoint, nothing);
    const end = endOf(bench.people[name]('user-bob'));
    expect(bench.relation()).toEqual({ ...strangers, ...before, ...changes });
    await settle();
    release();
    expect(await end).toBe('done');
    expect(bench.sent(endpoint)).toEqual([{ userId: 'user-bob' }]);
    await settle();
    expect(bench.relation()).toEqual({ ...strangers, followed: true });
  });

  test('is put back where it is refused; what changed otherwise stays', async () => {
    const bench = await peopleBench(before);
    bench.api.answer('users/show', () => apiFailure(500, 'INTERNAL_ERROR'));
    const release = bench.api.hold(endpoint, () => apiFailure(400, 'BLOCKED'));
    const end = endOf(bench.people[name]('user-bob'));
    await settle();
    const shown = bench.relation();
    if (shown !== undefined) bench.relations.set('user-bob', { ...shown, locked: true });
    release();
    expect(await end).toBe('BLOCKED');
    await settle();
    expect(bench.relation()).toEqual({ ...strangers, ...before, locked: true });
  });
});

describe('following', () => {
  test('somebody locked asks them', async () => {
    const bench = await peopleBench({ locked: true });
    bench.api.hold('following/create', nothing);
    void bench.people.follow('user-bob');
    expect(bench.relation()).toMatchObject({ following: false, requested: true });
  });

  test('somebody who is followed already is done', async () => {
    const bench = await peopleBench({}, detailed({ isFollowing: true }));
    bench.api.answer('following/create', () => apiFailure(400, 'ALREADY_FOLLOWING'));
    expect(await endOf(bench.people.follow('user-bob'))).toBe('done');
  });

  test('is taken back as a question where it was only asked', async () => {
    const bench = await peopleBench({ requested: true });
    bench.api.answer('following/delete', () => apiFailure(400, 'NOT_FOLLOWING'));
    bench.api.answer('following/requests/cancel', nothing);
    expect(await endOf(bench.people.unfollow('user-bob'))).toBe('done');
    expect(bench.sent('following/requests/cancel')).toEqual([{ userId: 'user-bob' }]);
  });

  test('and unfollowing quickly are sent one after the other, and looked at once', async () => {
    const bench = await peopleBench();
    const release = bench.api.hold('following/create', nothing);
    bench.api.answer('following/delete', nothing);
    const ends = [endOf(bench.people.follow('user-bob')), endOf(bench.people.unfollow('user-bob'))];
    expect(bench.relation()).toMatchObject({ following: false });
    await settle();
    expect(bench.sent('following/delete')).toEqual([]);
    release();
    expect(await Promise.all(ends)).toEqual(['done', 'done']);
    await settle();
    expect(bench.sent('users/show')).toHaveLength(1);
  });

  test('a request that is gone is told', async () => {
    const bench = await peopleBench();
    bench.api.answer('following/requests/accept', () => apiFailure(400, 'NO_FOLLOW_REQUEST'));
    expect(await endOf(bench.people.acceptFollow('user-bob'))).toBe('NO_FOLLOW_REQUEST');
  });
});

describe('muting', () => {
  test('until it is undone, or for some time', async () => {
    const bench = await peopleBench();
    bench.api.answer('mute/create', nothing);
    await bench.people.mute('user-bob', null);
    const now = bench.clock.now();
    await bench.people.mute('user-bob', 60_000);
    expect(now).toBeGreaterThanOrEqual(fakeStart);
    expect(bench.sent('mute/create')).toEqual([
      { userId: 'user-bob', expiresAt: null },
      { userId: 'user-bob', expiresAt: now + 60_000 },
    ]);
  });

  test('whoever is muted already, and unmuting whoever is not, is done', async () => {
    const bench = await peopleBench();
    bench.api.answer('mute/create', () => apiFailure(400, 'ALREADY_MUTING'));
    bench.api.answer('mute/delete', () => apiFailure(400, 'NOT_MUTING'));
    expect(await endOf(bench.people.mute('user-bob', null))).toBe('done');
    expect(await endOf(bench.people.unmute('user-bob'))).toBe('done');
  });
});

describe('the bell for a person', () => {
  test('is switched on and off', async () => {
    const bench = await peopleBench({ following: true });
    bench.api.answer('following/update', nothing);
    await bench.people.setBell('user-bob', true);
    await bench.people.setBell('user-bob', false);
    expect(bench.sent('following/update')).toEqual([
      { userId: 'user-bob', notify: 'normal' },
      { userId: 'user-bob', notify: 'none' },
    ]);
  });

  test('of somebody who is not followed is refused', async () => {
    const bench = await peopleBench();
    bench.api.answer('following/update', () => apiFailure(400, 'NOT_FOLLOWING'));
    const end = endOf(bench.people.setBell('user-bob', true));
    expect(bench.relation()?.bell).toBe(true);
    expect(await end).toBe('NOT_FOLLOWING');
    expect(bench.relation()?.bell).toBe(false);
  });
});

test('a token that only may not follow is not one that cannot answer', async () => {
  const bench = await peopleBench();
  bench.api.answer('following/create', () => apiFailure(403, 'PERMISSION_DENIED'));
  expect(await endOf(bench.people.follow('user-bob'))).toBe('PERMISSION_DENIED');
  expect(bench.counts.forbidden).toBe(0);
});
