import { historyDiskBanner } from '../desktop/banners.ts';
import { Bell } from '../engine/notices/bell.ts';
import { createHistory } from '../engine/notices/create-history.ts';
import type { History } from '../engine/notices/history.ts';
import type { HistoryKeeper } from '../engine/notices/history-keeper.ts';
import { localTime } from '../engine/notices/local-time.ts';
import { accountLabel } from './account-label.ts';
import { bellListener } from './bell-listener.ts';
import type { Later, Parts } from './parts.ts';

/** The notices: what is kept, and who rings. */
export interface NoticeParts {
  readonly history: History;
  /** Lets old notices go. */
  readonly keeper: HistoryKeeper;
  /** False: the history of earlier runs could not be read, and this run's is in memory only. */
  readonly historyIsReadable: boolean;
  readonly bell: Bell;
}

/** Opens the history and makes the bell. */
export function buildNotices(
  { foundation }: Pick<Parts, 'foundation'>,
  later: Later<'system' | 'accounts' | 'feeds' | 'desktop' | 'window' | 'tray'>,
): NoticeParts {
  const { clock, host, log, trace, profile, settings, messages } = foundation;
  const feed = () => later.window().feed;
  const updateTray = () => later.tray().tray.update();

  let historyIsReadable = true;
  const { history, keeper } = createHistory({
    folder: host.profileDir,
    clock,
    log,
    settings: () => settings().history,
    onUnreadable: () => {
      historyIsReadable = false;
    },
    // May be told before there is anything to show it.
    onDisk: (isWritable) =>
      queueMicrotask(() => {
        if (isWritable) feed().removeBanner('history-disk');
        else feed().setBanner(historyDiskBanner(messages()));
      }),
    onGone: () => {
      feed().noticesReset();
      updateTray();
    },
  });
  const bell = new Bell({
    clock,
    history,
    trace,
    messages,
    accountLabel: (accountId) =>
      accountLabel({ accounts: later.accounts().accounts, feeds: later.feeds().feeds }, accountId),
    settings,
    desktop: () => later.system().surroundings.state,
    localTime,
    listener: bellListener({
      raiser: () => later.desktop().raiser,
      feed,
      updateTray,
      keepPause: (until) => profile.change({ pausedUntil: until }),
      tellRead: (accountId) => later.accounts().accounts.get(accountId)?.source?.tellRead(),
    }),
  });
  return { history, keeper, historyIsReadable, bell };
}
