import type { AccountId, CallResult, MediaAddress } from './basics.ts';
import type { PersonView, ReactionView } from './notes.ts';

export type Decision = 'shown' | 'grouped' | 'held' | 'suppressed';

/** Which small mark stands on a notice. */
export type NoticeIcon =
  | 'reaction'
  | 'follow'
  | 'follow-request'
  | 'follow-accepted'
  | 'mention'
  | 'reply'
  | 'renote'
  | 'quote'
  | 'note'
  | 'poll'
  | 'chat'
  | 'role'
  | 'achievement'
  | 'export'
  | 'security'
  | 'app'
  | 'announcement'
  /** Of a feed. */
  | 'event'
  | 'generic';

/** What can be answered to a notice; the words are also those of a toast's buttons. */
export type NoticeAction =
  | 'reply'
  | 'react'
  | 'follow-back'
  | 'accept-follow'
  | 'reject-follow'
  /** An announcement was read. */
  | 'confirm';

export interface NoticeView {
  readonly id: string;
  /** Whose it is: an account's id, or a feed's. */
  readonly accountId: AccountId;
  /** The server's type, as in the protocol (`reaction`, `follow`, …), or `event` for a feed's. */
  readonly type: string;
  readonly icon: NoticeIcon;
  /** Of the newest, for a group. */
  readonly createdAt: number;
  /** Of the newest, for a group. */
  readonly person: PersonView | null;
  /** A picture of what it is about, where nobody's face is to be shown: an app's, or a feed's. */
  readonly picture: MediaAddress | null;
  /** What happened, in the current language. May hold `:emoji:` of the person's name. */
  readonly title: string;
  /** The start of the note or another detail, plain text; empty when there is none. */
  readonly body: string;
  readonly reaction: ReactionView | null;
  /**
   * The members of a group: reactions to one note, or renotes of it, one entry a person, newest first
   * and bounded. Null for a notice that stands alone, and for a group of a feed's.
   */
  readonly group:
    | readonly {
        readonly person: PersonView | null;
        readonly reaction: ReactionView | null;
      }[]
    | null;
  /** The note that `reply` and `react` are about; null when there is none. */
  readonly noteId: string | null;
  /** What the reader may do about it, in the order to show. */
  readonly actions: readonly NoticeAction[];
  /** What the reader did about it, in the current language ("Accepted"); null = nothing yet. */
  readonly answered: string | null;
  readonly decision: Decision;
  /** Why it did not ring, or rang without a sound, in the current language; null when it just rang. */
  readonly reasonText: string | null;
  readonly read: boolean;
}

export interface NoticesView {
  /** Newest first. */
  readonly items: readonly NoticeView[];
  readonly hasOlder: boolean;
}

/** Whether toasts are held back. `until`: milliseconds since the epoch; null = not paused. */
export interface PauseView {
  readonly until: number | null;
}

export type PauseChoice = '30-minutes' | '1-hour' | 'until-tomorrow' | 'resume';

export interface NoticeCalls {
  loadOlderNotices(): void;
  /** Opens the notice's target where `Settings.clickOpens` says. */
  openNotice(noticeId: string): void;
  /** Carries out an answer that needs no more words: all but `reply` and `react`. */
  answerNotice(noticeId: string, action: Exclude<NoticeAction, 'reply' | 'react'>): CallResult;
  markAllRead(): CallResult;
  pause(choice: PauseChoice): void;
}
