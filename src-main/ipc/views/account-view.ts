import type { Messages } from '../../engine/messages/index.ts';
import type { Account } from '../../engine/misskey/account-list.ts';
import type { StoredAccount } from '../../engine/misskey/stored-account.ts';
import { chosenKey, shownPins } from '../../engine/misskey/timelines/account-timelines.ts';
import type { ConnectionState } from '../../engine/streaming/connection.ts';
import { isCutOff } from '../../engine/streaming/cut-off.ts';
import type { RefusalReason } from '../../engine/streaming/verdict.ts';
import type { AccountView } from '../contract.ts';
import { emojiImages, type ImageAddresses, imageOrNull } from './images.ts';
import { pinnedTimeline } from './timeline-view.ts';

/** What signing in again mends. */
const mendedBySignIn: ReadonlySet<RefusalReason> = new Set<RefusalReason>([
  'token-invalid',
  'permission-missing',
  'suspended',
  'token-missing',
  'guest-refused',
]);

/** An account as the window and the tray show it. `isOffline`: see `isOffline` of the engine. */
export function accountView(
  account: Account,
  unread: number,
  messages: Messages,
  images: ImageAddresses,
  isOffline = false,
): AccountView {
  const { stored, state, me } = account;
  const { host } = new URL(stored.origin);
  const isGuest = stored.addedBy === 'guest';
  return {
    id: stored.id,
    host,
    handle: accountHandle(stored),
    name: stored.name?.trim() || (stored.username ?? host),
    avatar: imageOrNull(images, stored.avatarUrl),
    emojis: me === null ? {} : emojiImages(images, me.emojis),
    color: stored.color,
    state: state.name,
    stateText: accountStateText(account, messages, isOffline),
    needsSignIn: state.name === 'refused' && mendedBySignIn.has(state.reason),
    unread,
    guest: isGuest,
    canAnswer: stored.canAnswer && !isGuest,
    presence: stored.presence,
    timelines: shownPins(account).map(pinnedTimeline),
    timeline: chosenKey(account),
    emojiAddress: images.emojiPrefix(stored.id),
    demo: stored.addedBy === 'demo',
  };
}

/** `@alice@example.social`; only the host while the server has not yet said who this is. */
export function accountHandle({ origin, username }: StoredAccount): string {
  const { host } = new URL(origin);
  return username === null ? host : `@${username}@${host}`;
}

/** The state of an account in one sentence: also why it is only asked now and then, where nobody chose that. */
export function accountStateText(
  { stored, state }: Account,
  messages: Messages,
  isOffline = false,
): string {
  if (isOffline && isCutOff(state)) return messages.state.offline;
  const isPolling = state.name === 'online' && 'reason' in state;
  return isPolling && stored.presence === 'stream'
    ? messages.state.pollingOld
    : stateText(state, messages);
}

/** The state of a stream in one sentence, with what to do where the user can act. */
export function stateText(state: ConnectionState, { state: words }: Messages): string {
  switch (state.name) {
    case 'waiting':
      return words.waiting[state.reason];
    case 'refused':
      return words.refused[state.reason];
    case 'online':
      return 'reason' in state ? words.polling : words.online;
    default:
      return words[state.name];
  }
}
