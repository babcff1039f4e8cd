import type { Feeds } from '../../engine/feeds/feeds.ts';
import type { Accounts } from '../../engine/misskey/accounts.ts';
import type { Bell } from '../../engine/notices/bell.ts';
import type { History } from '../../engine/notices/history.ts';
import { pauseEnd } from '../../engine/notices/pause.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import type { NoticeCalls } from '../contract.ts';
import type { NoticeSearch } from '../found-notices.ts';
import type { WindowFeed } from '../window-feed.ts';
import type { Commands } from './commands.ts';
import type { NoticeAnswers } from './notice-answers.ts';
import type { OpenTarget } from './open-commands.ts';
import { done } from './server-calls.ts';

export interface NoticeCommandsOptions {
  readonly accounts: Pick<Accounts, 'all'>;
  readonly feeds: Pick<Feeds, 'all'>;
  readonly bell: Bell;
  readonly history: History;
  readonly feed: WindowFeed;
  readonly clock: Clock;
  /** Finds what is in the archive alone. */
  readonly search: Pick<NoticeSearch, 'get'>;
  readonly openTarget: OpenTarget;
  readonly answers: NoticeAnswers;
}

/** What can be done with notices, and with the toasts they become. */
export function createNoticeCommands({
  accounts,
  feeds,
  bell,
  history,
  feed,
  clock,
  search,
  openTarget,
  answers,
}: NoticeCommandsOptions): Commands<NoticeCalls> {
  return {
    loadOlderNotices() {
      feed.sendOlderNotices();
    },

    openNotice(noticeId) {
      const notice = (history.get(noticeId) ?? search.get(noticeId))?.notice;
      if (notice === undefined) return;
      bell.markRead(noticeId);
      openTarget(notice.accountId, notice.target);
    },

    answerNotice: (noticeId, action) => answers.answer(noticeId, action),

    markAllRead() {
      // The servers are told by the accounts themselves, now or when they can be reached.
      for (const { stored } of [...accounts.all(), ...feeds.all()]) bell.markAllRead(stored.id);
      return done;
    },

    pause(choice) {
      bell.pauseUntil(pauseEnd(choice, clock.now()));
    },
  };
}
