import type { Bell } from '../../notices/bell.ts';
import type { History } from '../../notices/history.ts';
import { type AsideKind, asideOf } from '../../notices/history-memory.ts';
import type { Notice } from '../../notices/notice.ts';
import type { Recipient } from './notice-from-notification.ts';
import type { Ringer } from './ringer.ts';

/** Where what comes beside the notifications of an account goes. */
export interface AsidesOptions {
  readonly account: Recipient;
  readonly bell: Bell;
  readonly ringer: Ringer;
  readonly history: History;
}

/** What comes to an account beside its notifications, of one kind. */
export class Asides {
  readonly #options: AsidesOptions;
  readonly #kind: AsideKind;

  constructor(kind: AsideKind, options: AsidesOptions) {
    this.#kind = kind;
    this.#options = options;
  }

  /** One that arrived as it happened. */
  ring(notice: Notice): void {
    this.#options.ringer.ring(notice, false);
  }

  /** All that are unread by now: those that were missed ring; the first time they are only remembered. */
  ringMissed(unread: readonly Notice[]): void {
    const { account, ringer, history } = this.#options;
    if (history.hasBaseline(account.id, this.#kind)) {
      const oldestFirst = [...unread].sort((a, b) => a.createdAt - b.createdAt);
      void ringer.ringMissed(oldestFirst, false);
      return;
    }
    // One of these may have come live and be waiting: it rings before the others become known.
    void ringer.afterwards(() => {
      history.markKnown(
        account.id,
        unread.map(({ sourceId }) => sourceId),
      );
      history.setBaseline(account.id, this.#kind);
    });
  }

  /** These were read elsewhere. */
  read(which: (notice: Notice) => boolean): void {
    const { account, bell, ringer, history } = this.#options;
    void ringer.afterwards(() => {
      const read = history
        .of(account.id)
        .map(({ notice }) => notice)
        .filter((notice) => asideOf(notice.sourceId) === this.#kind && which(notice));
      bell.readElsewhere(
        account.id,
        read.map(({ id }) => id),
      );
    });
  }
}
