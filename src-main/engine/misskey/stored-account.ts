import { sourceColor } from '../source-color.ts';
import type { User } from './api/schemas.ts';
import type { Server } from './api/server-name.ts';
import type { Presence } from './link/open-link.ts';
import { type EmojiChoices, startingChoices } from './notes/emoji-choices.ts';
import type { PinnedTimelines } from './timelines/account-timelines.ts';
import { guestPins, startingPins } from './timelines/pins.ts';

/** An account as it is kept, without its token. */
export interface StoredAccount extends PinnedTimelines {
  /** `alice@example.social`; only the host for one that came by the command line, and for a guest. */
  readonly id: string;
  /** `https://example.social`. */
  readonly origin: string;
  /** Null until the server said who it is, and for a guest; so are the next three. */
  readonly userId: string | null;
  readonly username: string | null;
  readonly name: string | null;
  readonly avatarUrl: string | null;
  /** `#rrggbb`. */
  readonly color: string;
  readonly emojis: EmojiChoices;
  readonly addedBy: 'miauth' | 'token' | 'command-line' | 'demo' | 'guest';
  readonly presence: Presence;
  /** False once the server said that the token may not post and react; a new token may. */
  readonly canAnswer: boolean;
}

/** A new account as it begins. `others` are the accounts that are there: none of their colours is taken. */
export function freshAccount(
  id: string,
  { origin }: Server,
  addedBy: StoredAccount['addedBy'],
  others: readonly StoredAccount[],
): StoredAccount {
  const isGuest = addedBy === 'guest';
  return {
    id,
    origin,
    userId: null,
    username: null,
    name: null,
    avatarUrl: null,
    color: sourceColor(others.map(({ color }) => color)),
    timelines: isGuest ? guestPins : startingPins,
    timeline: isGuest ? 'local' : 'home',
    addedBy,
    presence: 'stream',
    canAnswer: true,
    emojis: startingChoices,
  };
}

/** What is kept of what the server says about an account. */
export function profileOf({ id, username, name, avatarUrl }: User) {
  return { userId: id, username, name, avatarUrl };
}
