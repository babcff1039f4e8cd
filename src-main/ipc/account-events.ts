import type { AccountsListener } from '../engine/misskey/accounts.ts';
import type { Trace } from '../engine/trace.ts';
import type { AccountId } from './contract.ts';
import type { WindowFeed } from './window-feed.ts';

export interface AccountEventsOptions {
  readonly trace: Trace;
  /** Asked for at each event: accounts are there before the window is. */
  readonly feed: () => WindowFeed;
  /** The pictures of these custom emojis are stale. */
  readonly renewEmojis: (accountId: AccountId, names: readonly string[]) => void;
  /** An account is online: its server may have what could not be had before. Told before the window is. */
  readonly onOnline: () => void;
  /** Accounts, or their states, changed. */
  readonly onChange: () => void;
}

/** Tells the window and the trace what happens on accounts. */
export function accountEvents({
  trace,
  feed,
  renewEmojis,
  onOnline,
  onChange,
}: AccountEventsOptions): AccountsListener {
  return {
    onAccounts() {
      feed().accountsChanged();
      onChange();
    },

    onState(account, state) {
      const reason = 'reason' in state ? { reason: state.reason } : {};
      trace({ at: 'stream', account, state: state.name, ...reason });
      if (state.name === 'online') onOnline();
      feed().accountsChanged();
      onChange();
    },

    onTimelineChange(account, timeline, change) {
      if (change.kind === 'insert' || change.kind === 'update') {
        trace({ at: 'timeline', account, timeline, change: change.kind, note: change.note.id });
      } else if (change.kind === 'remove') {
        trace({ at: 'timeline', account, timeline, change: 'remove', note: change.noteId });
      }
      feed().timelineChanged(account, timeline, change);
    },

    onTimelineClosed: (account, timeline) => feed().timelineClosed(account, timeline),
    onNoteUpdate: (account, note) => feed().noteUpdated(account, note),
    onNoteRemove: (account, noteId) => feed().noteRemoved(account, noteId),
    onRelation: (account, userId, change) => feed().relationChanged(account, userId, change),

    onEmojis(account, names) {
      renewEmojis(account, names);
      feed().emojisChanged(account);
    },
  };
}
