import type { Messages } from '../../engine/messages/index.ts';
import type { AccountView } from '../../ipc/contract.ts';

/** The faces that the icon has; each has its picture. */
export type TrayIconState = 'idle' | 'online' | 'unread' | 'waiting' | 'refused' | 'paused';

/** What the tray tells about one account. */
export type TrayAccount = Pick<AccountView, 'id' | 'handle' | 'state' | 'stateText' | 'unread'>;

/** Everything that the tray shows. */
export interface TrayModel {
  readonly accounts: readonly TrayAccount[];
  /** Milliseconds since the epoch; null = not paused. */
  readonly pausedUntil: number | null;
}

/** Windows cuts a tooltip after this many UTF-16 units. */
const tooltipLength = 127;
/** More accounts than this are counted, not named. */
const namedAccounts = 4;

/** How many notices are unread over all accounts. */
export function unreadCount(model: TrayModel): number {
  return model.accounts.reduce((sum, { unread }) => sum + unread, 0);
}

/**
 * The one face for all accounts. What needs the person most wins:
 * - `refused` before all, since that account stays silent until the person acts;
 * - `paused` next: it explains a silence that the person may have forgotten, and what is unread
 *   meanwhile was put off on purpose;
 * - `unread` before `waiting`: it is what the icon is for, while a lost connection mends itself and
 *   stands in the tooltip;
 * - `waiting` for every account that is not online, also one that is just connecting, so that the
 *   icon does not blink with each new try;
 * - `online` only when the server of every account has said so;
 * - `idle` without an account.
 */
export function trayIconState(model: TrayModel): TrayIconState {
  const states = model.accounts.map(({ state }) => state);
  if (states.includes('refused')) return 'refused';
  if (model.pausedUntil !== null) return 'paused';
  if (unreadCount(model) > 0) return 'unread';
  if (states.length === 0) return 'idle';
  return states.every((state) => state === 'online') ? 'online' : 'waiting';
}

/** The tooltip: what is unread, whether it is paused, and the state of each account, a line each. */
export function trayTooltip(
  model: TrayModel,
  words: Messages['tray'],
  formatTime: (atMs: number) => string,
): string {
  const unread = unreadCount(model);
  const lines = [unread === 0 ? 'Suzu' : `Suzu: ${words.unread(unread)}`];
  if (model.pausedUntil !== null) lines.push(words.pausedUntil(formatTime(model.pausedUntil)));
  if (model.accounts.length === 0) lines.push(words.noAccount);
  for (const { handle, stateText } of model.accounts.slice(0, namedAccounts)) {
    lines.push(words.account(handle, stateText));
  }
  const more = model.accounts.length - namedAccounts;
  if (more > 0) lines.push(words.moreAccounts(more));
  const text = lines.join('\n');
  return text.length <= tooltipLength ? text : `${text.slice(0, tooltipLength - 1)}…`;
}
