import type { Messages } from '../../engine/messages/index.ts';
import type { AccountId, FeedId, PauseChoice } from '../../ipc/contract.ts';
import { isOn, type TrayAccount, type TrayFeed, type TrayModel, unreadCount } from './tray-icon.ts';

/** What the person chose in the tray. */
export type TrayCommand =
  | { readonly kind: 'open' }
  | { readonly kind: 'open-account'; readonly accountId: AccountId }
  /** `stopped`: only the person can get it going again. */
  | { readonly kind: 'open-feed'; readonly feedId: FeedId; readonly stopped: boolean }
  | { readonly kind: 'mark-all-read' }
  | { readonly kind: 'pause'; readonly choice: PauseChoice }
  | { readonly kind: 'settings' }
  | { readonly kind: 'install-update' }
  | { readonly kind: 'leave-safe-mode' }
  | { readonly kind: 'quit' };

/** One line of the menu, as data. */
export type TrayMenuItem =
  | { readonly type: 'separator' }
  | {
      readonly type: 'command';
      readonly label: string;
      readonly enabled: boolean;
      readonly command: TrayCommand;
    }
  /** A line that only tells something. */
  | { readonly type: 'text'; readonly label: string }
  | { readonly type: 'submenu'; readonly label: string; readonly items: readonly TrayMenuItem[] };

const separator: TrayMenuItem = { type: 'separator' };

function item(label: string, command: TrayCommand, enabled = true): TrayMenuItem {
  return { type: 'command', label, enabled, command };
}

/** An account or a feed, with its state and what is unread of it. */
function labelOf(
  name: string,
  { stateText, unread }: Pick<TrayAccount, 'stateText' | 'unread'>,
  words: Messages['tray'],
): string {
  const label = words.account(name, stateText);
  return unread === 0 ? label : `${label} (${words.unread(unread)})`;
}

function accountItem(account: TrayAccount, words: Messages['tray']): TrayMenuItem {
  return item(labelOf(account.handle, account, words), {
    kind: 'open-account',
    accountId: account.id,
  });
}

/** More feeds than this are a menu of their own. */
const mostListed = 5;

function feedItems(feeds: readonly TrayFeed[], words: Messages['tray']): readonly TrayMenuItem[] {
  const items = feeds.filter(isOn).map((feed) =>
    item(labelOf(feed.name, feed, words), {
      kind: 'open-feed',
      feedId: feed.id,
      stopped: feed.state === 'refused',
    }),
  );
  return items.length <= mostListed ? items : [{ type: 'submenu', label: words.feeds, items }];
}

function pauseItems(
  pausedUntil: number | null,
  words: Messages['tray'],
  formatTime: (atMs: number) => string,
): readonly TrayMenuItem[] {
  const pause = (label: string, choice: PauseChoice) => item(label, { kind: 'pause', choice });
  const choices = [
    pause(words.pause30Minutes, '30-minutes'),
    pause(words.pause1Hour, '1-hour'),
    pause(words.pauseUntilTomorrow, 'until-tomorrow'),
  ];
  if (pausedUntil === null) return choices;
  return [
    { type: 'text', label: words.pausedUntil(formatTime(pausedUntil)) },
    pause(words.resume, 'resume'),
    separator,
    ...choices,
  ];
}

/** What the menu shows besides the icon's model. */
export interface TrayMenuModel extends TrayModel {
  /** The version that a restart brings; null while there is none. */
  readonly updateReady: string | null;
}

/**
 * The tray's menu. Open comes first on every system: where a tray host knows no click, the menu is
 * the only way to the window.
 */
export function trayMenu(
  model: TrayMenuModel,
  words: Messages['tray'],
  formatTime: (atMs: number) => string,
): readonly TrayMenuItem[] {
  const sources = [
    ...model.accounts.map((account) => accountItem(account, words)),
    ...feedItems(model.feeds, words),
  ];
  const isEmpty = model.accounts.length + model.feeds.length === 0;
  return [
    item(words.open, { kind: 'open' }),
    separator,
    ...(isEmpty ? [{ type: 'text', label: words.noAccount } as const] : sources),
    ...(isEmpty || sources.length > 0 ? [separator] : []),
    item(words.markAllRead, { kind: 'mark-all-read' }, unreadCount(model) > 0),
    {
      type: 'submenu',
      label: words.pause,
      items: pauseItems(model.pausedUntil, words, formatTime),
    },
    separator,
    item(words.settings, { kind: 'settings' }),
    ...(model.updateReady === null
      ? []
      : [item(words.restartToUpdate(model.updateReady), { kind: 'install-update' })]),
    item(words.quit, { kind: 'quit' }),
  ];
}
