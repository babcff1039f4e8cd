import type { UserDetail } from '../api/schemas.ts';

/** How the account and another person stand to each other. */
export interface Relation {
  readonly following: boolean;
  readonly followed: boolean;
  /** The account asked to follow and waits for the answer. */
  readonly requested: boolean;
  /** This person asked to follow the account and waits for the answer. */
  readonly requesting: boolean;
  readonly muted: boolean;
  /** Each of their notes rings (PROTOCOL §5, following/update). Only for those followed. */
  readonly bell: boolean;
  /** Follows must be accepted by them. */
  readonly locked: boolean;
}

/** As the server tells it with a profile; null for oneself, and without an account. */
export function relationOf(user: UserDetail): Relation | null {
  if (user.isFollowing === null) return null;
  return {
    following: user.isFollowing,
    followed: user.isFollowed,
    requested: user.hasPendingFollowRequestFromYou,
    requesting: user.hasPendingFollowRequestToYou,
    muted: user.isMuted,
    bell: user.notify === 'normal',
    locked: user.isLocked,
  };
}

/** What becomes of a relation by each answer, as far as it can be told before the server has. */
export const relationAfter = {
  follow: (relation: Relation): Relation =>
    relation.locked ? { ...relation, requested: true } : { ...relation, following: true },
  unfollow: (relation: Relation): Relation => ({
    ...relation,
    following: false,
    requested: false,
    bell: false,
  }),
  accept: (relation: Relation): Relation => ({ ...relation, requesting: false, followed: true }),
  reject: (relation: Relation): Relation => ({ ...relation, requesting: false }),
  mute: (relation: Relation): Relation => ({ ...relation, muted: true }),
  unmute: (relation: Relation): Relation => ({ ...relation, muted: false }),
  ring: (relation: Relation): Relation => ({ ...relation, bell: true }),
  hush: (relation: Relation): Relation => ({ ...relation, bell: false }),
} as const;
