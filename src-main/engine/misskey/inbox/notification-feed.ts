import * as v from 'valibot';
import type { Log } from '../../log.ts';
import type { History } from '../../notices/history.ts';
import type { Nuance } from '../../notices/notice.ts';
import type { Clock } from '../../streaming/clock.ts';
import { ApiError, type MisskeyApi } from '../api/api.ts';
import { type Notification, notificationSchema } from '../api/schemas.ts';
import type { UntilDone } from '../api/until-done.ts';
import { fetchMissed, fetchNewest } from './catch-up.ts';
import { FollowOutcomes } from './follow-outcomes.ts';
import { noticeFromNotification, type Recipient } from './notice-from-notification.ts';
import type { Ringer } from './ringer.ts';

/** How many ids of old notifications a first connect remembers, so that none of them rings later. */
const baselineSize = 30;

/** The catch-up finds older ones; without the permission for it, nothing must grow for ever. */
const mostUndecided = 100;

export interface NotificationFeedOptions {
  readonly account: Recipient;
  readonly api: MisskeyApi;
  readonly ringer: Ringer;
  readonly history: History;
  readonly clock: Clock;
  readonly log: Log;
  readonly untilDone: UntilDone;
  /** Whether Suzu's own sign-in explains a `createToken`; each sign-in explains one. */
  readonly isOwnSignIn: () => boolean;
  /** What was missed has been dealt with, as far as the token allows. */
  readonly onCaughtUp: () => void;
}

/**
 * Brings every notification of one account to the bell once, by whichever of three paths it comes:
 * `notification`, `unreadNotification` two seconds later, or the catch-up after a gap (PROTOCOL §0.4).
 */
export class NotificationFeed {
  readonly #options: NotificationFeedOptions;
  readonly #follows: FollowOutcomes;
  /** Whether nothing before the next live notification is missing. */
  #caughtUp = false;
  /** `unreadNotification`s that came before it was known whether they are old. */
  #undecided: Notification[] = [];

  constructor(options: NotificationFeedOptions) {
    this.#options = options;
    this.#follows = new FollowOutcomes(options.clock);
  }

  /** `main` is connected: set the baseline of a new account, or look for what was missed. */
  onConnected(): void {
    const { onCaughtUp, untilDone } = this.#options;
    this.#caughtUp = false;
    untilDone.start(async (wanted) => {
      if (!(await this.#catchUp(wanted)) || !wanted()) return;
      for (const notification of this.#undecided.splice(0)) this.#ring(notification);
      onCaughtUp();
    });
  }

  /** The stream is down: what comes from now on is missing until the next catch-up. */
  onDisconnected(): void {
    this.#follows.flush();
    this.#caughtUp = false;
    this.#undecided = [];
    this.#options.untilDone.stop();
  }

  /** `notification` or `unreadNotification`. */
  onNotification(type: 'notification' | 'unreadNotification', body: unknown): void {
    const parsed = v.safeParse(notificationSchema, body);
    if (!parsed.success) {
      this.#options.log.warn('a notification could not be read', { type });
      return;
    }
    // Just after the first connect an unread one may be older than the baseline that is on its way.
    if (type === 'unreadNotification' && !this.#caughtUp) {
      this.#undecided = [...this.#undecided, parsed.output].slice(-mostUndecided);
    } else {
      this.#ring(parsed.output);
    }
  }

  /** `follow`: the account follows somebody. */
  onFollow(userId: string, isLocked: boolean): void {
    this.#follows.onFollow(userId, isLocked);
  }

  /** Returns false when its result is not wanted any more. */
  async #catchUp(wanted: () => boolean): Promise<boolean> {
    const { api, account, ringer, history, log } = this.#options;
    try {
      if (history.hasBaseline(account.id)) {
        const missed = await fetchMissed(api, history.catchUpFrom(account.id));
        if (!wanted()) return false;
        await ringer.ringMissed(this.#noticesOf(missed), true);
        this.#advance(missed);
        if (!wanted()) return false;
      } else {
        const old = await fetchNewest(api, baselineSize);
        if (!wanted()) return false;
        // One of these may have come live and be waiting: it rings before the others become known.
        await ringer.afterwards(() => this.#setBaseline(old));
        if (!wanted()) return false;
      }
      this.#caughtUp = true;
    } catch (error) {
      // Without the permission to list notifications, what comes live and everything else still rings.
      if (!(error instanceof ApiError) || error.kind !== 'permission-denied') throw error;
      log.warn('missed notifications cannot be read', { error: error.message });
    }
    return true;
  }

  #setBaseline(old: readonly Notification[]): void {
    const { account, history, isOwnSignIn } = this.#options;
    // Suzu's own sign-in is among them, most of the time: it explains no other one.
    if (old.some(({ type }) => type === 'createToken')) isOwnSignIn();
    history.markKnown(
      account.id,
      old.map(({ id }) => id),
    );
    this.#advance(old);
  }

  /** @param missed oldest first. */
  #noticesOf(missed: readonly Notification[]) {
    const { account } = this.#options;
    // The newest first, because of several tokens the newest is Suzu's own.
    return missed
      .toReversed()
      .map((one) => noticeFromNotification(account, one, this.#nuanceOf(one)))
      .reverse();
  }

  #ring(notification: Notification): void {
    const { type, user } = notification;
    if (this.#isKnown(notification)) return;
    if (type !== 'followRequestAccepted' || user === null) {
      this.#pass(notification, this.#nuanceOf(notification));
      return;
    }
    this.#follows.tell(user.id, (wasAsked) =>
      this.#pass(notification, wasAsked ? 'request-accepted' : null),
    );
  }

  #pass(notification: Notification, nuance: Nuance | null): void {
    const { account, ringer } = this.#options;
    ringer.ring(noticeFromNotification(account, notification, nuance), this.#caughtUp);
  }

  #nuanceOf(notification: Notification): Nuance | null {
    if (this.#isKnown(notification)) return null;
    if (notification.type === 'createToken') {
      return this.#options.isOwnSignIn() ? 'own-sign-in' : null;
    }
    return this.#isAcceptedHere(notification) ? 'accepted-here' : null;
  }

  /**
   * Whether somebody follows because the account accepted their request, which is no news to it: then
   * their request was the last thing heard of them (PROTOCOL §0.16).
   */
  #isAcceptedHere({ type, user }: Notification): boolean {
    if (type !== 'follow' || user === null) return false;
    const { account, history } = this.#options;
    const last = history
      .of(account.id)
      .findLast(
        ({ notice }) =>
          notice.person?.userId === user.id &&
          ['follow', 'receiveFollowRequest'].includes(notice.type),
      );
    return last?.notice.type === 'receiveFollowRequest';
  }

  #isKnown({ id }: Notification): boolean {
    const { account, history } = this.#options;
    return history.isKnown(account.id, id);
  }

  #advance(notifications: readonly Notification[]): void {
    const { account, history } = this.#options;
    const ids = notifications.map(({ id }) => id).sort();
    history.advance(account.id, ids.at(-1) ?? null);
  }
}
