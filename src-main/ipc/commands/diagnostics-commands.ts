import type { Messages } from '../../engine/messages/index.ts';
import type { AboutView, CallAnswer, CallResult, DiagnosticsCalls } from '../contract.ts';
import type { Commands } from './commands.ts';
import { done, fail } from './server-calls.ts';

/** What the desktop does with a report. */
export interface ReportDesk {
  /** @throws when the clipboard cannot be reached. */
  copy(text: string): void | Promise<void>;
  /** Asks where, and writes it there. @throws when that place does not take it. */
  save(text: string): Promise<void>;
  /** Shows a folder. Resolves to whether something did. */
  openFolder(folder: string): Promise<boolean>;
}

export interface DiagnosticsCommandsOptions {
  readonly messages: () => Messages;
  /** Looks at everything anew; never rejects. */
  readonly runDiagnostics: () => Promise<void>;
  /** The report as Markdown. */
  readonly report: (withNames: boolean) => Promise<string>;
  readonly desk: ReportDesk;
  readonly logDir: string;
  readonly showTestToast: () => void;
  /** Ends Suzu and starts it again. */
  readonly restart: (safe: boolean) => void;
  /** @throws when the app's package says nothing. */
  readonly readAbout: () => Promise<AboutView>;
  /** @throws when the list is not there. */
  readonly readLicences: () => Promise<string>;
}

/** What the pages "Diagnostics" and "About" ask for. */
export function createDiagnosticsCommands({
  messages,
  runDiagnostics,
  report,
  desk,
  logDir,
  showTestToast,
  restart,
  readAbout,
  readLicences,
}: DiagnosticsCommandsOptions): Commands<DiagnosticsCalls> {
  const words = () => messages().diagnostics;

  async function attempt(act: () => unknown, failed: () => string): Promise<CallResult> {
    try {
      await act();
      return done;
    } catch {
      return fail(failed());
    }
  }

  async function answered<Data>(
    act: () => Promise<Data>,
    failed: () => string,
  ): Promise<CallAnswer<Data>> {
    try {
      return { ok: true, data: await act() };
    } catch {
      return fail(failed());
    }
  }

  return {
    runDiagnostics: () => void runDiagnostics(),
    showTestToast: () => showTestToast(),
    readReport: (withNames) =>
      answered(
        () => report(withNames),
        () => words().threw,
      ),
    copyReport: (withNames) =>
      attempt(
        async () => desk.copy(await report(withNames)),
        () => words().failed.copy,
      ),
    saveReport: (withNames) =>
      attempt(
        async () => desk.save(await report(withNames)),
        () => words().failed.save,
      ),
    async openLogFolder() {
      return (await desk.openFolder(logDir)) ? done : fail(words().failed.folder(logDir));
    },
    restart: (safe) => restart(safe),
    readAbout: () => answered(readAbout, () => words().threw),
    readLicences: () => answered(readLicences, () => words().failed.licences),
  };
}
