import type { CallAnswer, CallResult } from './basics.ts';

/** How Suzu starts when the user logs in. */
export type StartAtLogin = 'off' | 'tray' | 'window';

/** Names a global shortcut. */
export type ShortcutName = 'toggleWindow' | 'snooze';

/** How Suzu stands with the desktop that it runs on. */
export interface DesktopView {
  readonly startAtLogin: {
    /** As the system has it, which may not be what was chosen. */
    readonly choice: StartAtLogin;
    /** What to know or to do about it, as a sentence; null when all is well. */
    readonly note: string | null;
  };
  /** True while the user has not said yet how Suzu is to start, and there is something to start for. */
  readonly asksStartAtLogin: boolean;
  readonly shortcuts: {
    /** Why a shortcut that is set does not work, as a sentence; null = it works, or none is set. */
    readonly problems: Readonly<Record<ShortcutName, string | null>>;
    /** What holds for all of them on this desktop; null = nothing. */
    readonly note: string | null;
  };
}

/** What the window asks about the desktop. */
export interface DesktopCalls {
  setStartAtLogin(choice: StartAtLogin): CallResult;
  /** `accelerator` in Electron's notation; null takes the shortcut away. One that fails leaves the old. */
  setShortcut(name: ShortcutName, accelerator: string | null): CallResult;
  /** Lets the user choose a file and writes the settings there. Answers a sentence; null = cancelled. */
  exportSettings(): CallAnswer<string | null>;
  /** Lets the user choose a file and takes its settings over. Answers a sentence; null = cancelled. */
  importSettings(): CallAnswer<string | null>;
}
