import type { Messages } from '../../engine/messages/index.ts';
import type { Account, StoredAccount } from '../../engine/misskey/accounts.ts';
import { allowedTimelines } from '../../engine/misskey/timelines.ts';
import type { ConnectionState } from '../../engine/streaming/connection.ts';
import type { AccountView } from '../contract.ts';
import { emojiImages, type ImageAddresses, imageOrNull } from './images.ts';

/** An account as the window and the tray show it. */
export function accountView(
  { stored, state, me }: Account,
  unread: number,
  messages: Messages,
  images: ImageAddresses,
): AccountView {
  const { host } = new URL(stored.origin);
  return {
    id: stored.id,
    host,
    handle: accountHandle(stored),
    name: stored.name?.trim() || (stored.username ?? host),
    avatar: imageOrNull(images, stored.avatarUrl),
    emojis: me === null ? {} : emojiImages(images, me.emojis),
    color: stored.color,
    state: state.name,
    stateText: stateText(state, messages),
    needsSignIn: state.name === 'refused' && state.reason !== 'not-misskey',
    unread,
    timelines: allowedTimelines(me?.policies ?? { ltlAvailable: true, gtlAvailable: true }),
    timeline: stored.timeline,
    emojiAddress: images.emojiPrefix(stored.id),
    demo: stored.addedBy === 'demo',
  };
}

/** `@alice@example.social`; only the host while the server has not yet said who this is. */
export function accountHandle({ origin, username }: StoredAccount): string {
  const { host } = new URL(origin);
  return username === null ? host : `@${username}@${host}`;
}

/** The state of a stream in one sentence, with what to do where the user can act. */
export function stateText(state: ConnectionState, { state: words }: Messages): string {
  switch (state.name) {
    case 'waiting':
      return words.waiting[state.reason];
    case 'refused':
      return words.refused[state.reason];
    default:
      return words[state.name];
  }
}
