import * as v from 'valibot';
import type { Log } from '../../log.ts';
import type { Bell } from '../../notices/bell.ts';
import type { History, HistoryEntry } from '../../notices/history.ts';
import { asideOf } from '../../notices/history-memory.ts';
import type { Clock } from '../../streaming/clock.ts';
import type { MisskeyApi } from '../api/api.ts';
import type { UntilDone } from '../api/until-done.ts';
import { AnnouncementFeed } from './announcement-feed.ts';
import { ChatFeed } from './chat-feed.ts';
import { Followees } from './followees.ts';
import {
  deletedSchema,
  followSchema,
  type Unread,
  unfollowSchema,
  unreadSchema,
} from './inbox-schemas.ts';
import type { Recipient } from './notice-from-notification.ts';
import { NotificationFeed } from './notification-feed.ts';
import { ReadBack } from './read-back.ts';
import { Ringer } from './ringer.ts';

export interface InboxOptions {
  readonly account: Recipient;
  readonly api: MisskeyApi;
  readonly bell: Bell;
  readonly history: History;
  readonly clock: Clock;
  readonly log: Log;
  /** Makes a runner for a task of this name. */
  readonly untilDone: (name: string) => UntilDone;
  /** Whether Suzu's own sign-in explains a `createToken`; each sign-in explains one. */
  readonly isOwnSignIn: () => boolean;
}

/**
 * Everything of one account that rings (notifications, chat messages, announcements), and what of it was
 * read: elsewhere, or here.
 */
export class Inbox {
  readonly #options: InboxOptions;
  readonly #notifications: NotificationFeed;
  readonly #chat: ChatFeed;
  readonly #announcements: AnnouncementFeed;
  readonly #readBack: ReadBack;
  readonly #followees: Followees;
  readonly #ringer: Ringer;
  readonly #unreadUntilDone: UntilDone;
  #isLive = false;
  /** What to do with each event of `main` (PROTOCOL §3, those of forks and old servers §8). */
  readonly #handlers: ReadonlyMap<string, (body: unknown) => void> = new Map<
    string,
    (body: unknown) => void
  >([
    ['notification', (body) => this.#notifications.onNotification('notification', body)],
    [
      'unreadNotification',
      (body) => this.#notifications.onNotification('unreadNotification', body),
    ],
    ['follow', (body) => this.#onFollow(body)],
    ['unfollow', (body) => this.#onUnfollow(body)],
    ['readAllNotifications', () => this.#onReadAll()],
    ['notificationFlushed', () => this.#onFlushed()],
    ['notificationDeleted', (body) => this.#onDeleted(body)],
    ['newChatMessage', (body) => this.#chat.onMessage(body)],
    ['unreadMessagingMessage', (body) => this.#chat.onMessage(body)],
    ['readAllMessagingMessages', () => this.#chat.onReadAll()],
    ['announcementCreated', (body) => this.#announcements.onCreated(body)],
    ['readAllAnnouncements', () => this.#announcements.onReadAll()],
  ]);

  constructor(options: InboxOptions) {
    const { account, api, bell, clock, untilDone } = options;
    this.#options = options;
    this.#followees = new Followees(options);
    this.#ringer = new Ringer(account.id, bell, this.#followees);
    const around = { ...options, ringer: this.#ringer };
    this.#notifications = new NotificationFeed({
      ...around,
      untilDone: untilDone('catching up'),
      onCaughtUp: () => this.#onCaughtUp(),
    });
    this.#chat = new ChatFeed(around);
    this.#announcements = new AnnouncementFeed(around);
    this.#readBack = new ReadBack({
      api,
      clock,
      untilDone: untilDone('telling what was read'),
      hasReadAll: () => bell.hasReadAll(account.id),
    });
    this.#unreadUntilDone = untilDone('asking what is unread');
  }

  /** `main` is connected: what was missed is looked for, and then what is still unread. */
  onConnected(): void {
    this.#isLive = true;
    this.#notifications.onConnected();
  }

  /** The same without a stream: what happens until the next time is missing again. */
  onPoll(): void {
    this.#isLive = false;
    this.#followees.forget();
    this.#notifications.onConnected();
  }

  /** Nothing comes any more until the next connect. */
  onDisconnected(): void {
    this.#followees.forget();
    this.#notifications.onDisconnected();
    this.#readBack.onDisconnected();
    this.#unreadUntilDone.stop();
  }

  /** Nothing rings after this. */
  stop(): void {
    this.onDisconnected();
    this.#ringer.stop();
  }

  /** An event of `main`; those that neither ring nor tell what was read are ignored. */
  onMainEvent(type: string, body: unknown): void {
    this.#handlers.get(type)?.(body);
  }

  /** A frame that belongs to no channel. */
  onBroadcast(type: string, body: unknown): void {
    if (type === 'announcementCreated') this.#announcements.onCreated(body);
  }

  /** The user has read all notifications here: the server is told, and with it the other devices. */
  tellRead(): void {
    this.#readBack.tell();
  }

  #onCaughtUp(): void {
    const { account, api, history } = this.#options;
    this.#readBack.onCaughtUp(this.#isLive);
    this.#unreadUntilDone.start(async (wanted) => {
      // What comes while the server answers is not in its answer.
      const before = new Set(history.of(account.id).map(({ notice }) => notice.id));
      const unread = await api.call('i', {}, unreadSchema);
      if (!wanted()) return;
      this.#reconcile(unread, before);
      this.#announcements.onUnread(unread.unreadAnnouncements, before);
      await this.#chat.onUnread(unread.hasUnreadChatMessages, unread.id, before, wanted);
    });
  }

  /**
   * Of what is unread here, only the newest as many as the server has may still be. That it has more
   * changes nothing: it also counts what nobody is ever shown (PROTOCOL §7), and what is older than Suzu.
   */
  #reconcile(
    { unreadNotificationsCount, hasUnreadNotification }: Unread,
    before: ReadonlySet<string>,
  ): void {
    const count = unreadNotificationsCount ?? (hasUnreadNotification === false ? 0 : null);
    if (count === null) return;
    const unread = this.#kept()
      .filter(({ read, notice }) => !read && before.has(notice.id))
      .reverse()
      .sort((a, b) => b.notice.createdAt - a.notice.createdAt);
    this.#readElsewhere(unread.slice(count));
  }

  #onReadAll(): void {
    if (this.#readBack.takeEcho()) return;
    void this.#ringer.afterwards(() => this.#readElsewhere(this.#kept()));
  }

  #onFlushed(): void {
    void this.#ringer.afterwards(() => this.#remove(this.#kept().map(({ notice }) => notice.id)));
  }

  #onDeleted(body: unknown): void {
    const parsed = v.safeParse(deletedSchema, body);
    if (!parsed.success) return;
    const noticeId = `${this.#options.account.id}/${parsed.output}`;
    void this.#ringer.afterwards(() => this.#remove([noticeId]));
  }

  #onFollow(body: unknown): void {
    const parsed = v.safeParse(followSchema, body);
    if (!parsed.success) return;
    const { id, isLocked } = parsed.output;
    this.#followees.onChange(id, true);
    this.#notifications.onFollow(id, isLocked);
  }

  #onUnfollow(body: unknown): void {
    const parsed = v.safeParse(unfollowSchema, body);
    if (parsed.success) this.#followees.onChange(parsed.output.id, false);
  }

  /** The notifications of the account; what comes beside them has marks of its own. */
  #kept(): HistoryEntry[] {
    const { account, history } = this.#options;
    return history.of(account.id).filter(({ notice }) => asideOf(notice.sourceId) === null);
  }

  #readElsewhere(entries: readonly HistoryEntry[]): void {
    const { account, bell } = this.#options;
    bell.readElsewhere(
      account.id,
      entries.map(({ notice }) => notice.id),
    );
  }

  #remove(noticeIds: readonly string[]): void {
    this.#options.bell.remove(this.#options.account.id, noticeIds);
  }
}
