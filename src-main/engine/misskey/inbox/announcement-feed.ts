import * as v from 'valibot';
import type { Log } from '../../log.ts';
import { Asides, type AsidesOptions } from './asides.ts';
import { type Announcement, announcementCreatedSchema } from './inbox-schemas.ts';
import { noticeFromAnnouncement } from './notice-from-announcement.ts';

export interface AnnouncementFeedOptions extends AsidesOptions {
  readonly log: Log;
}

/**
 * The server's announcements: those to everybody come as frames of their own, those to one user inside
 * `main` (PROTOCOL §2, §3), and those that were missed are in `i`.
 */
export class AnnouncementFeed {
  readonly #options: AnnouncementFeedOptions;
  readonly #asides: Asides;

  constructor(options: AnnouncementFeedOptions) {
    this.#options = options;
    this.#asides = new Asides('announcement', options);
  }

  /** `announcementCreated`, either way. */
  onCreated(body: unknown): void {
    const { account, log } = this.#options;
    const parsed = v.safeParse(announcementCreatedSchema, body);
    if (parsed.success) {
      this.#asides.ring(noticeFromAnnouncement(account, parsed.output.announcement));
    } else {
      log.warn('an announcement could not be read');
    }
  }

  /** All were read, by whatever client of the account. */
  onReadAll(): void {
    this.#asides.read(() => true);
  }

  /**
   * After each connect.
   * @param unread all that the account has not read; null = the server does not say.
   * @param before the ids of the notices that were there when the server was asked.
   */
  onUnread(unread: readonly Announcement[] | null, before: ReadonlySet<string>): void {
    if (unread === null) return;
    const notices = unread.map((one) => noticeFromAnnouncement(this.#options.account, one));
    const ids = new Set(notices.map(({ id }) => id));
    this.#asides.read(({ id }) => before.has(id) && !ids.has(id));
    this.#asides.ringMissed(notices);
  }
}
