import type { Messages } from '../../engine/messages/index.ts';
import type { AccountId, PauseChoice } from '../../ipc/contract.ts';
import { type TrayAccount, type TrayModel, unreadCount } from './tray-icon.ts';

/** What the person chose in the tray. */
export type TrayCommand =
  | { readonly kind: 'open' }
  | { readonly kind: 'open-account'; readonly accountId: AccountId }
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

function accountItem(account: TrayAccount, words: Messages['tray']): TrayMenuItem {
  const label = words.account(account.handle, account.stateText);
  return item(account.unread === 0 ? label : `${label} (${words.unread(account.unread)})`, {
    kind: 'open-account',
    accountId: account.id,
  });
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
  const accounts: readonly TrayMenuItem[] =
    model.accounts.length === 0
      ? [{ type: 'text', label: words.noAccount }]
      : model.accounts.map((account) => accountItem(account, words));
  return [
    item(words.open, { kind: 'open' }),
    separator,
    ...accounts,
    separator,
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
