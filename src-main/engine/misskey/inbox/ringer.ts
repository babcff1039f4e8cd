import type { Bell } from '../../notices/bell.ts';
import type { Notice } from '../../notices/notice.ts';
import type { Followees } from './followees.ts';
import { Turns } from './turns.ts';

/**
 * Brings the notices of one account to the bell in their order. Where the rules need to know whether the
 * account follows who sent one, that notice and all after it wait for the server's answer; an answer that
 * does not come in time is not waited for, and the notice rings. Until it has reached the bell, a notice
 * is unknown to the history: whatever ends Suzu meanwhile, it is caught up on.
 */
export class Ringer {
  readonly #accountId: string;
  readonly #bell: Bell;
  readonly #followees: Followees;
  readonly #turns = new Turns();

  constructor(accountId: string, bell: Bell, followees: Followees) {
    this.#accountId = accountId;
    this.#bell = bell;
    this.#followees = followees;
  }

  /** As `Bell.ring`. */
  ring(notice: Notice, contiguous: boolean): void {
    this.#take([notice], () => this.#bell.ring(notice, contiguous, this.#follows));
  }

  /** As `Bell.ringMissed`. Resolves when they have reached the bell, which may be never: see `stop`. */
  ringMissed(notices: readonly Notice[], contiguous: boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#take(notices, () => {
        this.#bell.ringMissed(this.#accountId, notices, contiguous, this.#follows);
        resolve();
      });
    });
  }

  /**
   * Does something about notices once those that wait now have rung. Resolves when it is done, which may be
   * never: see `stop`.
   */
  afterwards(task: () => void): Promise<void> {
    return new Promise((resolve) => {
      this.#turns.take(null, () => {
        task();
        resolve();
      });
    });
  }

  /** What waits never rings. */
  stop(): void {
    this.#turns.drop();
  }

  readonly #follows = ({ person }: Notice): boolean | null =>
    person === null ? null : this.#followees.isFollowed(person.userId);

  #take(notices: readonly Notice[], run: () => void): void {
    const unknown = notices.flatMap((notice) => {
      const { person } = notice;
      if (person === null || !this.#bell.asksForFollowed(notice)) return [];
      return this.#follows(notice) === null ? [person.userId] : [];
    });
    this.#turns.take(unknown.length === 0 ? null : this.#followees.learn(unknown), run);
  }
}
