import type { AccountId, CallResult, EmojiImages, MediaAddress } from './basics.ts';
import type { PinnedTimeline, TimelineKey } from './timelines.ts';

/** The states of a stream; the words are also the trace's. */
export type StreamState = 'connecting' | 'subscribing' | 'online' | 'stale' | 'waiting' | 'refused';

/** How an account learns what happens: over the stream, or by asking now and then (low presence). */
export type Presence = 'stream' | 'polling';

export interface AccountView {
  readonly id: AccountId;
  /** Host with port, as a person would type it. */
  readonly host: string;
  /** `@alice@example.social`; only the host while the server has not yet said who this is, and for a guest. */
  readonly handle: string;
  readonly name: string;
  readonly avatar: MediaAddress | null;
  readonly emojis: EmojiImages;
  /** The account's colour as `#rrggbb`, used as a thin mark only. */
  readonly color: string;
  readonly state: StreamState;
  /** The state in words, with what to do where the user can act; already in the current language. */
  readonly stateText: string;
  /** True when only signing in again can help (token dead, account suspended, token unreadable). */
  readonly needsSignIn: boolean;
  /** A server that is watched without signing in: nothing rings, nothing can be answered. */
  readonly guest: boolean;
  /** False while the server has not said that the token may post and react: answers are not offered then. */
  readonly canAnswer: boolean;
  readonly presence: Presence;
  readonly unread: number;
  /** The account's timelines in the order to show them, as far as the server's policies allow them. */
  readonly timelines: readonly PinnedTimeline[];
  /** The timeline chosen last. */
  readonly timeline: TimelineKey;
  /**
   * Prefix to which `name@host` (`name@.` for a local emoji) is appended to get its picture. It changes
   * when the server tells that its emojis changed.
   */
  readonly emojiAddress: MediaAddress;
  /** True for the account on the embedded demo server. */
  readonly demo: boolean;
}

export type SignInView =
  /** `server`: what a link proposes; the user confirms it. */
  | { readonly phase: 'idle'; readonly server?: string }
  | { readonly phase: 'checking'; readonly server: string }
  | {
      readonly phase: 'waiting';
      readonly host: string;
      /** Opened in the browser; shown for copying where no browser came up. */
      readonly url: string;
      /** Milliseconds since the epoch at which waiting ends. */
      readonly expiresAt: number;
    }
  | { readonly phase: 'failed'; readonly server: string; readonly error: string }
  | { readonly phase: 'done'; readonly accountId: AccountId }
  | { readonly phase: 'signed-out'; readonly host: string; readonly revokeUrl: string };

/** How tokens are kept on this computer. */
export interface SecretsView {
  readonly storage: 'keyring' | 'weak' | 'session';
  /** True while the user has still to choose between weak storage and signing in at each start. */
  readonly consentNeeded: boolean;
}

export interface AccountCalls {
  /** Progress comes in `signIn`. `server` is what the user typed. */
  startSignIn(server: string): void;
  cancelSignIn(): void;
  signInWithToken(server: string, token: string): CallResult;
  /** Opens the browser again on the page that is being waited for. */
  reopenSignInPage(): void;
  /** Watches a server as a guest. `server` is what the user typed. */
  watchServer(server: string): CallResult;
  /** Forgets an account or a watched server. */
  signOut(accountId: AccountId): void;
  /** Moves an account to another place in the list, counted from 0. */
  moveAccount(accountId: AccountId, index: number): void;
  setPresence(accountId: AccountId, presence: Presence): void;
  startDemo(): CallResult;
  /** The answer to `SecretsView.consentNeeded`: true keeps tokens weakly, false for this session only. */
  chooseWeakStorage(allow: boolean): void;
}
