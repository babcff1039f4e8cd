import * as v from 'valibot';
import type { Log } from '../log.ts';
import type { Bell } from '../notices/bell.ts';
import type { History } from '../notices/history.ts';
import type { MisskeyApi } from './api.ts';
import { fetchMissed, fetchNewest } from './catch-up.ts';
import { noticeFromNotification, type Recipient } from './notice-from-notification.ts';
import { type Notification, notificationSchema } from './schemas.ts';
import type { UntilDone } from './until-done.ts';

/** How many ids of old notifications a first connect remembers, so that none of them rings later. */
const baselineSize = 30;

/** The catch-up finds older ones; without the permission for it, nothing must grow for ever. */
const mostUndecided = 100;

export interface NotificationFeedOptions {
  readonly account: Recipient;
  readonly api: MisskeyApi;
  readonly bell: Bell;
  readonly history: History;
  readonly log: Log;
  readonly untilDone: UntilDone;
}

/**
 * Brings every notification of one account to the bell once, by whichever of three paths it comes:
 * `notification`, `unreadNotification` two seconds later, or the catch-up after a gap (PROTOCOL §0.4).
 */
export class NotificationFeed {
  readonly #options: NotificationFeedOptions;
  /** Whether nothing before the next live notification is missing. */
  #caughtUp = false;
  /** `unreadNotification`s that came before it was known whether they are old. */
  #undecided: Notification[] = [];

  constructor(options: NotificationFeedOptions) {
    this.#options = options;
  }

  /** `main` is connected: set the baseline of a new account, or look for what was missed. */
  onConnected(): void {
    const { api, account, bell, history, untilDone } = this.#options;
    this.#caughtUp = false;
    untilDone.start(async (wanted) => {
      if (history.hasBaseline(account.id)) {
        const missed = await fetchMissed(api, history.catchUpFrom(account.id));
        if (!wanted()) return;
        bell.ringMissed(
          account.id,
          missed.map((notification) => noticeFromNotification(account, notification)),
        );
        this.#advance(missed);
      } else {
        const old = await fetchNewest(api, baselineSize);
        if (!wanted()) return;
        history.markKnown(
          account.id,
          old.map(({ id }) => id),
        );
        this.#advance(old);
      }
      this.#caughtUp = true;
      for (const notification of this.#undecided.splice(0)) this.#ring(notification);
    });
  }

  /** The stream is down: what comes from now on is missing until the next catch-up. */
  onDisconnected(): void {
    this.#caughtUp = false;
    this.#undecided = [];
    this.#options.untilDone.stop();
  }

  /** An event of `main`. Everything but the two kinds of notification and the read marks is ignored. */
  onMainEvent(type: string, body: unknown): void {
    const { account, bell, log } = this.#options;
    if (type === 'readAllNotifications' || type === 'notificationFlushed') {
      bell.markAllRead(account.id);
      return;
    }
    if (type !== 'notification' && type !== 'unreadNotification') return;
    const parsed = v.safeParse(notificationSchema, body);
    if (!parsed.success) {
      log.warn('a notification could not be read', { type });
      return;
    }
    // Just after the first connect an unread one may be older than the baseline that is on its way.
    if (type === 'unreadNotification' && !this.#caughtUp) {
      this.#undecided = [...this.#undecided, parsed.output].slice(-mostUndecided);
    } else {
      this.#ring(parsed.output);
    }
  }

  #ring(notification: Notification): void {
    const { account, bell } = this.#options;
    bell.ring(noticeFromNotification(account, notification), this.#caughtUp);
  }

  #advance(notifications: readonly Notification[]): void {
    const { account, history } = this.#options;
    const ids = notifications.map(({ id }) => id).sort();
    history.advance(account.id, ids.at(-1) ?? null);
  }
}
