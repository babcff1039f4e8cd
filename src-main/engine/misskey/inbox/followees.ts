import * as v from 'valibot';
import { BoundedMap } from '../../bounded-map.ts';
import type { Log } from '../../log.ts';
import type { Clock, Timer } from '../../streaming/clock.ts';
import type { MisskeyApi } from '../api/api.ts';
import { listOf } from '../api/schemas.ts';

/** How long (ms) a notice waits for the server to say whom the account follows. */
export const followWaitMs = 3_000;
/** People who come within this time (ms) are asked for together. */
const gatherMs = 50;
/** People in one question; the server sets no limit. */
const mostAtOnce = 100;
const mostKnown = 2_000;

/** `users/relation` for a list of people. */
const relationsSchema = listOf(v.object({ id: v.string(), isFollowing: v.boolean() }));

export interface FolloweesOptions {
  readonly api: MisskeyApi;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Whom an account follows of those who send it something. The server is asked only for people of whom
 * somebody wants to know it; from then on the events of `main` keep it true.
 */
export class Followees {
  readonly #options: FolloweesOptions;
  #known = new BoundedMap<string, boolean>(mostKnown);
  /** The question in which each person is, until it is answered. */
  readonly #asked = new Map<string, Promise<void>>();
  /** The question that is not sent yet. */
  #next: { readonly userIds: string[]; readonly answered: Promise<void> } | null = null;

  constructor(options: FolloweesOptions) {
    this.#options = options;
  }

  /** Null = not known. */
  isFollowed(userId: string): boolean | null {
    return this.#known.get(userId) ?? null;
  }

  /** Finds it out for these people. Never fails, and ends after `followWaitMs` whatever the server does. */
  async learn(userIds: readonly string[]): Promise<void> {
    const unknown = new Set(userIds.filter((userId) => !this.#known.has(userId)));
    if (unknown.size === 0) return;
    const answers = [...unknown].map((userId) => this.#asked.get(userId) ?? this.#ask(userId));
    let timer: Timer | null = null;
    const tooLate = new Promise<void>((resolve) => {
      timer = this.#options.clock.setTimeout(resolve, followWaitMs);
    });
    await Promise.race([Promise.all(answers), tooLate]);
    cancel(timer);
  }

  /** `follow` or `unfollow` of `main`. */
  onChange(userId: string, isFollowed: boolean): void {
    this.#known.set(userId, isFollowed);
  }

  /** Changes are not told for some time: what is known, and what is being answered, may be out of date. */
  forget(): void {
    this.#known = new BoundedMap(mostKnown);
    this.#asked.clear();
    this.#next = null;
  }

  #ask(userId: string): Promise<void> {
    this.#next ??= this.#begin();
    const { userIds, answered } = this.#next;
    userIds.push(userId);
    this.#asked.set(userId, answered);
    if (userIds.length >= mostAtOnce) this.#next = null;
    return answered;
  }

  #begin(): { readonly userIds: string[]; readonly answered: Promise<void> } {
    const userIds: string[] = [];
    const gathered = new Promise<void>((resolve) => {
      this.#options.clock.setTimeout(resolve, gatherMs);
    });
    const answered: Promise<void> = gathered.then(async () => {
      if (this.#next?.userIds === userIds) this.#next = null;
      const relations = await this.#relationsTo(userIds);
      // Those of whom something newer was heard, or all is forgotten, are left alone.
      const open = userIds.filter((userId) => this.#asked.get(userId) === answered);
      for (const { id, isFollowing } of relations) {
        if (open.includes(id) && !this.#known.has(id)) this.#known.set(id, isFollowing);
      }
      for (const userId of open) this.#asked.delete(userId);
    });
    return { userIds, answered };
  }

  async #relationsTo(userIds: readonly string[]) {
    const { api, log } = this.#options;
    try {
      return await api.call('users/relation', { userId: userIds }, relationsSchema);
    } catch (error) {
      log.warn('it is not known who is followed', { error: String(error) });
      return [];
    }
  }
}

function cancel(timer: Timer | null): void {
  timer?.cancel();
}
