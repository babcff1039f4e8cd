/** How Suzu starts when the user logs in. */
export type StartChoice = 'off' | 'tray' | 'window';

/** Whether and how the desktop starts Suzu, as the desktop itself has it. */
export type AutostartState =
  | { readonly kind: 'off' }
  | { readonly kind: 'on'; readonly choice: Exclude<StartChoice, 'off'> }
  /** Set up, but switched off with the desktop's own means. */
  | { readonly kind: 'disabled' }
  /** Set up for another profile of Suzu. */
  | { readonly kind: 'other-profile' }
  /** There is an entry of Suzu's name that Suzu did not write, or that was edited since. */
  | { readonly kind: 'foreign'; readonly file: string }
  /** macOS waits for the user's consent in its settings. */
  | { readonly kind: 'needs-approval' };

/** Why a choice could not be carried out. */
export type AutostartProblem =
  /** The entry belongs to somebody else: it was left as it is. */
  | { readonly kind: 'foreign'; readonly file: string }
  | { readonly kind: 'not-writable'; readonly file: string }
  /** No entry can hold the path of this program (line breaks, say). */
  | { readonly kind: 'odd-path' }
  /** The system did not take it. */
  | { readonly kind: 'refused' };

/** Starting at login, on one kind of system. None of these ever throws. */
export interface Autostart {
  /** Carries out what the user has just chosen. Null = done. */
  apply(choice: StartChoice): AutostartProblem | null;
  /**
   * To be called at each start: brings an entry up to date that points to where Suzu was before. What
   * the user changed, disabled or deleted outside stays as it is.
   */
  refresh(choice: StartChoice): void;
  state(): AutostartState;
  /** Whether the system started this run at login, where only the system can tell. */
  startedAtLogin(): boolean;
}
