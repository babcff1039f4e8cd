import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { LastRun } from '../crash/run-marker.ts';
import { attention, type Check, type Finding, fails, works } from './check.ts';
import { sizeWords, timeWords } from './units.ts';

export interface ComputerChecksOptions {
  readonly profileDir: string;
  readonly logDir: string;
  readonly safeMode: boolean;
  /** Something was wrong with the settings file at the start. */
  readonly settingsHadProblem: () => boolean;
  readonly historyIsReadable: () => boolean;
  /** How many notices are kept, and in how many bytes. */
  readonly historyExtent: () => Promise<{ readonly count: number; readonly bytes: number }>;
  /** Lines of the log that the disk did not take. */
  readonly lostLogLines: () => number;
  readonly lastRun: LastRun;
  /** Records of crashes since the last run began. */
  readonly crashDumps: () => Promise<number>;
}

/** Less room than this (bytes) is worth a word. */
const lowDiskBytes = 200_000_000;

/** What can be looked at of the computer and of Suzu's own files. */
export function computerChecks(options: ComputerChecksOptions): Check[] {
  const { profileDir } = options;
  return [
    {
      id: 'settings',
      group: 'computer',
      title: (m) => m.diagnostics.title.settings,
      run: () => settingsFinding(options),
    },
    {
      id: 'history',
      group: 'computer',
      title: (m) => m.diagnostics.title.history,
      run: () => historyFinding(options),
    },
    {
      id: 'disk',
      group: 'computer',
      title: (m) => m.diagnostics.title.disk,
      async run() {
        const { bavail, bsize } = await statfs(profileDir);
        const free = bavail * bsize;
        if (free >= lowDiskBytes) {
          return works((m, locale) => m.diagnostics.disk.works(sizeWords(free, locale)));
        }
        return attention(
          (m, locale) => m.diagnostics.disk.low(sizeWords(free, locale)),
          (m) => m.diagnostics.disk.lowAdvice,
        );
      },
    },
    {
      id: 'log',
      group: 'computer',
      title: (m) => m.diagnostics.title.log,
      run() {
        const lost = options.lostLogLines();
        if (lost === 0) return works((m) => m.diagnostics.log.works);
        return attention(
          (m) => m.diagnostics.log.lost(String(lost)),
          (m) => m.diagnostics.log.lostAdvice(options.logDir),
        );
      },
    },
    {
      id: 'last-run',
      group: 'computer',
      title: (m) => m.diagnostics.title.lastRun,
      run: () => lastRunFinding(options),
    },
  ];
}

async function settingsFinding(options: ComputerChecksOptions): Promise<Finding> {
  const { profileDir, safeMode, settingsHadProblem } = options;
  if (safeMode) return works((m) => m.diagnostics.settings.safe);
  const file = join(profileDir, 'settings.json');
  const writable = await access(profileDir, constants.W_OK)
    .then(() => access(file, constants.W_OK).catch(passWhenMissing))
    .then(() => true)
    .catch(() => false);
  if (!writable) {
    return fails(
      (m) => m.diagnostics.settings.notWritable,
      (m) => m.diagnostics.settings.notWritableAdvice(profileDir),
    );
  }
  if (!settingsHadProblem()) return works((m) => m.diagnostics.settings.works);
  return attention(
    (m) => m.diagnostics.settings.problem,
    (m) => m.diagnostics.settings.problemAdvice,
  );
}

/** Before anything was changed there is no file. */
function passWhenMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

async function historyFinding(options: ComputerChecksOptions): Promise<Finding> {
  const { profileDir, historyIsReadable, historyExtent } = options;
  if (!historyIsReadable()) {
    return fails(
      (m) => m.diagnostics.history.unreadable,
      (m) => m.diagnostics.history.unreadableAdvice(profileDir),
    );
  }
  const { count, bytes } = await historyExtent();
  return works((m, locale) =>
    m.diagnostics.history.works(
      new Intl.NumberFormat(locale).format(count),
      sizeWords(bytes, locale),
    ),
  );
}

async function lastRunFinding({ lastRun, crashDumps }: ComputerChecksOptions): Promise<Finding> {
  if (lastRun.kind === 'ended') return works((m) => m.diagnostics.lastRun.ended);
  if (lastRun.kind === 'went-down') return works((m) => m.diagnostics.lastRun.wentDown);
  const dumps = await crashDumps();
  return attention(
    (m, locale) => m.diagnostics.lastRun.died(timeWords(lastRun.startedAt, locale)),
    (m) =>
      dumps === 0
        ? m.diagnostics.lastRun.diedAdvice
        : `${m.diagnostics.lastRun.diedAdvice} ${m.diagnostics.lastRun.dumps(String(dumps))}`,
  );
}
