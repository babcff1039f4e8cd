import type { Messages } from '../../engine/messages/index.ts';
import type { Settings } from '../../engine/settings/settings.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import type { Banner, CallFailure, CallResult } from '../../ipc/contract.ts';
import type { Autostart } from '../autostart/autostart.ts';
import type { GlobalShortcuts } from '../shortcuts/global-shortcuts.ts';

export interface EntryOptions {
  /** Null in the demo, which does not start at login. */
  readonly autostart: Autostart | null;
  readonly shortcuts: GlobalShortcuts;
  /** Whether the desktop may not let programs have shortcuts (Wayland). */
  readonly shortcutsAreDoubtful: boolean;
  readonly clock: Clock;
  readonly messages: () => Messages;
  readonly settings: () => Settings;
  /** Returns false when the settings could not be kept on disk. */
  readonly changeSettings: (changes: Partial<Settings>) => boolean;
  /** Whether somebody has signed in here or made a feed, for whom it is worth to start. */
  readonly hasOwnSource: () => boolean;
  readonly setBanner: (banner: Banner) => void;
  readonly removeBanner: (id: string) => void;
  readonly onChange: () => void;
  readonly actions: EntryActions;
}

/** What can be asked of Suzu from outside of its window. */
export interface EntryActions {
  readonly toggleWindow: () => void;
  readonly showWindow: () => void;
  /** Milliseconds since the epoch; null resumes. */
  readonly pauseUntil: (until: number | null) => void;
  readonly markAllRead: () => void;
  readonly quit: () => void;
  readonly hasAccount: (accountId: string) => boolean;
  readonly offerSignIn: (server: string) => void;
  readonly showNote: (accountId: string, noteId: string) => void;
  readonly showPerson: (accountId: string, handle: string) => void;
}

/** Keeps a setting that is in effect already, and tells the window. */
export function keepSettings(
  { changeSettings, messages, onChange }: EntryOptions,
  changes: Partial<Settings>,
): CallResult {
  const kept = changeSettings(changes);
  onChange();
  return kept ? { ok: true } : failed(messages().error.settingsNotKept);
}

/** An answer that says why something was not done. */
export function failed(error: string): CallFailure {
  return { ok: false, error };
}
