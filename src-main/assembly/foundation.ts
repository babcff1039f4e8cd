import type { CommandLine } from '../desktop/command-line.ts';
import { askForSafeMode } from '../desktop/crash/ask.ts';
import type { Defects } from '../desktop/crash/defects.ts';
import type { RunMarker } from '../desktop/crash/run-marker.ts';
import { profileFor } from '../desktop/crash/safe-mode.ts';
import { createRedactor, type Redactor } from '../desktop/diagnostics/redact.ts';
import { createStreamTimes, type StreamTimes } from '../desktop/diagnostics/stream-times.ts';
import type { ElectronHost } from '../desktop/electron-host.ts';
import { type LogFile, openLogFile } from '../desktop/log-file.ts';
import { openProfile, type ProfileStore } from '../desktop/settings.ts';
import { openSettingsFile } from '../desktop/settings-file.ts';
import { SettingsProblems } from '../desktop/settings-problems.ts';
import { chooseLocale, type Locale, type Messages, messagesIn } from '../engine/messages/index.ts';
import type { Settings } from '../engine/settings/settings.ts';
import type { Clock } from '../engine/streaming/clock.ts';
import { lineTrace, noTrace, type Trace } from '../engine/trace.ts';

/** What a start brings. */
export interface Run {
  readonly clock: Clock;
  readonly host: ElectronHost;
  readonly commandLine: CommandLine;
  readonly marker: RunMarker;
  readonly defects: Defects;
}

/** What everything else stands on: the log, the profile, the language, the trace. */
export interface Foundation extends Run {
  readonly redactor: Redactor;
  readonly log: LogFile;
  readonly profile: ProfileStore;
  /** What was wrong with the settings file. */
  readonly settingsProblems: SettingsProblems;
  readonly safeMode: boolean;
  /** The settings in effect. */
  readonly settings: () => Settings;
  readonly locale: () => Locale;
  /** In the user's language, which may change at any time. */
  readonly messages: () => Messages;
  /** Makes the look what the settings say. */
  readonly applyTheme: () => void;
  /** How Suzu names itself to servers. */
  readonly userAgent: string;
  readonly streamTimes: StreamTimes;
  readonly trace: Trace;
}

/** Opens the log and the profile; asks the user about safe mode where Suzu died of its last starts. */
export async function layFoundation(run: Run): Promise<Foundation> {
  const { clock, host, commandLine, marker } = run;
  // Whoever reads stderr may stop reading; a complaint about that would only be written there again.
  process.stderr.on('error', () => {});
  const redactor = createRedactor();
  const log = openLog(run, redactor);
  host.onQuit(() => log.flushNow());
  const settingsProblems = new SettingsProblems();
  const stored = openProfile({
    folder: host.profileDir,
    openFile: openSettingsFile,
    now: clock.now,
    log,
    onProblem: (problem) => settingsProblems.add(problem),
  });
  const safeMode =
    commandLine.safeMode || (marker.isLoop && (await askForSafeMode(systemMessages(host), clock)));
  const profile = profileFor(stored, safeMode);
  const settings = () => profile.get().settings;
  const locale = () => chooseLocale(settings().language, host.languages());
  const applyTheme = () => host.setTheme(settings().theme);
  applyTheme();
  // stdout belongs to the trace alone. Whoever reads it may stop reading at any time.
  process.stdout.on('error', () => {});
  const streamTimes = createStreamTimes(clock);
  const trace = streamTimes.tap(
    commandLine.trace ? lineTrace((line) => process.stdout.write(line), clock.monotonic) : noTrace,
  );
  return {
    ...run,
    redactor,
    log,
    profile,
    settingsProblems,
    safeMode,
    settings,
    locale,
    messages: () => messagesIn(locale()),
    applyTheme,
    userAgent: `Suzu/${host.version}`,
    streamTimes,
    trace,
  };
}

/** The log of this profile, which stderr shows too. */
export function openLog({ clock, host }: Pick<Run, 'clock' | 'host'>, redactor: Redactor): LogFile {
  return openLogFile({
    path: host.logPath,
    now: clock.now,
    redactor,
    echo: (line) => process.stderr.write(line),
  });
}

/** The words while the settings are not known. */
export function systemMessages({ languages }: Pick<ElectronHost, 'languages'>): Messages {
  return messagesIn(chooseLocale('system', languages()));
}
