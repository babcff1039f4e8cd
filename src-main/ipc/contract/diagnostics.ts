import type { CallAnswer, CallResult } from './basics.ts';

/** `absent`: this system has no such thing, or does not tell. */
export type CheckState = 'checking' | 'works' | 'attention' | 'fails' | 'absent';

/** Where a check stands on the page. */
export type CheckGroup = 'accounts' | 'feeds' | 'desktop' | 'computer';

/** One thing that was looked at; all words are in the current language. */
export interface CheckView {
  readonly id: string;
  readonly group: CheckGroup;
  /** What is looked at. */
  readonly title: string;
  readonly state: CheckState;
  /** What was found, as a sentence; empty while it is checked. */
  readonly text: string;
  /** What to do about it; null where there is nothing to do. */
  readonly advice: string | null;
}

/** What the diagnostics found. Results come one by one. */
export interface DiagnosticsView {
  readonly running: boolean;
  readonly checks: readonly CheckView[];
  /** Versions and what Suzu runs on. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** What became of the test toast, as a sentence; null while none was asked for. */
  readonly testToast: string | null;
}

/** What Suzu is. */
export interface AboutView {
  readonly version: string;
  /** Null while the project has no page of its own. */
  readonly homepage: string | null;
  /** The licence's short name (SPDX). */
  readonly license: string;
}

export interface DiagnosticsCalls {
  /** Looks at everything anew; nothing happens while that is under way. Results come in `diagnostics`. */
  runDiagnostics(): void;
  /** Shows a toast; what becomes of it comes in `diagnostics`. */
  showTestToast(): void;
  /** The report as Markdown. `withNames`: with the names of accounts, feeds and servers. */
  readReport(withNames: boolean): CallAnswer<string>;
  /** Puts the report onto the clipboard. */
  copyReport(withNames: boolean): CallResult;
  /** Asks where to write the report; a cancelled dialog is no failure. */
  saveReport(withNames: boolean): CallResult;
  openLogFolder(): CallResult;
  /** Ends Suzu and starts it again, in safe mode or not. */
  restart(safe: boolean): void;
  readAbout(): CallAnswer<AboutView>;
  /** The licences of what Suzu is made of, as plain text. */
  readLicences(): CallAnswer<string>;
}
