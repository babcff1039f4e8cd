import type { Clock } from '../../streaming/clock.ts';
import { ApiError, type EndpointName, type MisskeyApi } from '../api/api.ts';
import { userDetailSchema } from '../api/schemas.ts';
import { ignored, isRefusedWith } from './context.ts';
import type { Lanes } from './lanes.ts';
import { type Relation, relationAfter, relationOf } from './relation.ts';

/** Where a relation is shown. */
export interface RelationListener {
  /** The relation to a person changed; `change` is applied to whatever is shown of it now, if anything is. */
  onRelation(userId: string, change: (relation: Relation) => Relation): void;
}

export interface PeopleOptions {
  readonly api: MisskeyApi;
  readonly clock: Clock;
  readonly lanes: Lanes;
  readonly listener: RelationListener;
}

/** Follows, lets in, mutes: shown at once, then as the server says, whether it did as asked or refused. */
export class People {
  readonly #options: PeopleOptions;
  /** Answers that are not yet followed by a look at what they led to, by user id. */
  readonly #presses = new Map<string, number>();

  constructor(options: PeopleOptions) {
    this.#options = options;
  }

  /** Follows, or asks to where the person is locked. @throws ApiError */
  follow(userId: string): Promise<void> {
    return this.#answer(userId, relationAfter.follow, () =>
      this.#call('following/create', { userId }, 'ALREADY_FOLLOWING'),
    );
  }

  /** Stops following, or takes the question back. @throws ApiError */
  unfollow(userId: string): Promise<void> {
    return this.#answer(userId, relationAfter.unfollow, async () => {
      try {
        await this.#call('following/delete', { userId });
      } catch (error) {
        if (!isRefusedWith(error, 'NOT_FOLLOWING')) throw error;
        await this.#call('following/requests/cancel', { userId }, 'FOLLOW_REQUEST_NOT_FOUND');
      }
    });
  }

  /** Lets in somebody who asked. @throws ApiError, `NO_FOLLOW_REQUEST` where they did not */
  acceptFollow(userId: string): Promise<void> {
    return this.#answer(userId, relationAfter.accept, () =>
      this.#call('following/requests/accept', { userId }),
    );
  }

  /** @throws ApiError */
  rejectFollow(userId: string): Promise<void> {
    return this.#answer(userId, relationAfter.reject, () =>
      this.#call('following/requests/reject', { userId }, 'NO_FOLLOW_REQUEST'),
    );
  }

  /** @param durationMs null = until it is undone. @throws ApiError */
  mute(userId: string, durationMs: number | null): Promise<void> {
    const expiresAt = durationMs === null ? null : this.#options.clock.now() + durationMs;
    return this.#answer(userId, relationAfter.mute, () =>
      this.#call('mute/create', { userId, expiresAt }, 'ALREADY_MUTING'),
    );
  }

  /** @throws ApiError */
  unmute(userId: string): Promise<void> {
    return this.#answer(userId, relationAfter.unmute, () =>
      this.#call('mute/delete', { userId }, 'NOT_MUTING'),
    );
  }

  /** Whether each note of a followed person rings. @throws ApiError */
  setBell(userId: string, rings: boolean): Promise<void> {
    return this.#answer(userId, rings ? relationAfter.ring : relationAfter.hush, () =>
      this.#call('following/update', { userId, notify: rings ? 'normal' : 'none' }),
    );
  }

  /** In the order of the presses; each shows when it is pressed. */
  async #answer(
    userId: string,
    change: (relation: Relation) => Relation,
    send: () => Promise<void>,
  ): Promise<void> {
    const { lanes, listener } = this.#options;
    const shown: { before: Relation | null } = { before: null };
    listener.onRelation(userId, (relation) => {
      shown.before = relation;
      return change(relation);
    });
    this.#presses.set(userId, (this.#presses.get(userId) ?? 0) + 1);
    try {
      await lanes.run(userId, send);
    } catch (error) {
      const { before } = shown;
      if (before !== null) {
        listener.onRelation(userId, (now) => undone(now, change(before), before));
      }
      throw error;
    } finally {
      void lanes.run(userId, () => this.#refresh(userId));
    }
  }

  /**
   * As the server says, after the last of several presses: a lock, a block or another device may have
   * made it other than was asked for.
   */
  async #refresh(userId: string): Promise<void> {
    const { api, listener } = this.#options;
    const pressesLeft = (this.#presses.get(userId) ?? 1) - 1;
    if (pressesLeft > 0) {
      this.#presses.set(userId, pressesLeft);
      return;
    }
    this.#presses.delete(userId);
    try {
      const relation = relationOf(await api.call('users/show', { userId }, userDetailSchema));
      const isCurrent = !this.#presses.has(userId);
      if (relation !== null && isCurrent) listener.onRelation(userId, () => relation);
    } catch (error) {
      // The answer itself succeeded or failed already; the next look at the profile tells.
      if (!(error instanceof ApiError)) throw error;
    }
  }

  /** @param fine the refusal that means that it is so already */
  async #call(
    endpoint: EndpointName,
    parameters: Readonly<Record<string, unknown>>,
    fine: string | null = null,
  ): Promise<void> {
    try {
      await this.#options.api.call(endpoint, parameters, ignored);
    } catch (error) {
      if (fine === null || !isRefusedWith(error, fine)) throw error;
    }
  }
}

/** The relation as it is now without what a change made of it; what has changed again since stays. */
function undone(now: Relation, changed: Relation, before: Relation): Relation {
  const back = <Key extends keyof Relation>(key: Key): Relation[Key] =>
    now[key] === changed[key] ? before[key] : now[key];
  return {
    following: back('following'),
    followed: back('followed'),
    requested: back('requested'),
    requesting: back('requesting'),
    muted: back('muted'),
    bell: back('bell'),
    locked: back('locked'),
  };
}
