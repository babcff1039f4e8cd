import type { Messages } from '../../engine/messages/index.ts';
import type { AccountView, FeedView, StreamState } from '../../ipc/contract.ts';

/** The faces that the icon has; each has its picture. */
export type TrayIconState = 'idle' | 'online' | 'unread' | 'waiting' | 'refused' | 'paused';

/** What the tray tells about one account. */
export type TrayAccount = Pick<AccountView, 'id' | 'handle' | 'state' | 'stateText' | 'unread'>;

/** What the tray tells about one feed. */
export type TrayFeed = Pick<FeedView, 'id' | 'name' | 'state' | 'stateText' | 'unread'>;

/** Everything that the tray shows. */
export interface TrayModel {
  readonly accounts: readonly TrayAccount[];
  readonly feeds: readonly TrayFeed[];
  /** Milliseconds since the epoch; null = not paused. */
  readonly pausedUntil: number | null;
}

/** Windows cuts a tooltip after this many UTF-16 units. */
const tooltipLength = 127;
/** More accounts and feeds than this are counted, not named. */
const namedSources = 4;

/** How many notices are unread over all accounts and feeds. */
export function unreadCount({ accounts, feeds }: Pick<TrayModel, 'accounts' | 'feeds'>): number {
  return [...accounts, ...feeds].reduce((sum, { unread }) => sum + unread, 0);
}

/** A feed that is switched off is nobody's trouble. */
export function isOn(feed: TrayFeed): feed is TrayFeed & { readonly state: StreamState } {
  return feed.state !== null;
}

/**
 * The one face for all accounts and feeds. What needs the person most wins:
 * - `refused` before all, since that one stays silent until the person acts;
 * - `paused` next: it explains a silence that the person may have forgotten, and what is unread
 *   meanwhile was put off on purpose;
 * - `unread` before `waiting`: it is what the icon is for, while a lost connection mends itself and
 *   stands in the tooltip;
 * - `waiting` for every one that is not online, also one that is just connecting, so that the icon does
 *   not blink with each new try;
 * - `online` only when the server of every one has said so;
 * - `idle` without any.
 */
export function trayIconState(model: TrayModel): TrayIconState {
  const states = [...model.accounts, ...model.feeds.filter(isOn)].map(({ state }) => state);
  if (states.includes('refused')) return 'refused';
  if (model.pausedUntil !== null) return 'paused';
  if (unreadCount(model) > 0) return 'unread';
  if (states.length === 0) return 'idle';
  return states.every((state) => state === 'online') ? 'online' : 'waiting';
}

/** The tooltip: what is unread, whether it is paused, and the state of each account and feed, a line each. */
export function trayTooltip(
  model: TrayModel,
  words: Messages['tray'],
  formatTime: (atMs: number) => string,
): string {
  const unread = unreadCount(model);
  const lines = [unread === 0 ? 'Suzu' : `Suzu: ${words.unread(unread)}`];
  if (model.pausedUntil !== null) lines.push(words.pausedUntil(formatTime(model.pausedUntil)));
  if (model.accounts.length + model.feeds.length === 0) lines.push(words.noAccount);
  const sources = [
    ...model.accounts.map(({ handle, stateText }) => ({ name: handle, stateText })),
    ...model.feeds.filter(isOn),
  ];
  for (const { name, stateText } of sources.slice(0, namedSources)) {
    lines.push(words.account(name, stateText));
  }
  const more = sources.length - namedSources;
  if (more > 0) lines.push(words.moreAccounts(more));
  const text = lines.join('\n');
  return text.length <= tooltipLength ? text : `${text.slice(0, tooltipLength - 1)}…`;
}
