import { homedir, userInfo } from 'node:os';
import { dirname } from 'node:path';
import type { Feeds } from '../../engine/feeds/feeds.ts';
import type { Fetch } from '../../engine/fetch.ts';
import type { Log } from '../../engine/log.ts';
import type { Accounts } from '../../engine/misskey/accounts.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import { type AccountChecksOptions, accountChecks } from './account-checks.ts';
import { type ComputerChecksOptions, computerChecks } from './computer-checks.ts';
import { type DesktopChecksOptions, desktopChecks } from './desktop-checks.ts';
import { Diagnostics } from './diagnostics.ts';
import { type FactsOptions, facts } from './facts.ts';
import { type FeedChecksOptions, feedChecks } from './feed-checks.ts';
import { feedNames } from './feed-names.ts';
import { logTail } from './log-tail.ts';
import { diagnosticsReport, reportMessages } from './report.ts';
import { createServerProbe } from './server-probe.ts';

export interface CreateDiagnosticsOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The newest file of the log. */
  readonly logPath: string;
  readonly accounts: Pick<Accounts, 'all'>;
  readonly feeds: Pick<Feeds, 'all'>;
  readonly fetch: Fetch;
  readonly account: Omit<AccountChecksOptions, 'accounts' | 'probe'>;
  readonly feed: Omit<FeedChecksOptions, 'feeds'>;
  readonly desktop: DesktopChecksOptions;
  readonly computer: Omit<ComputerChecksOptions, 'logDir'>;
  readonly facts: Omit<FactsOptions, 'execPath' | 'profileDir' | 'safeMode' | 'upMs'>;
  readonly onChange: () => void;
}

export interface CreatedDiagnostics {
  readonly diagnostics: Diagnostics;
  /** As Markdown. `withNames`: with the names of accounts, feeds and servers. Looks first, if nobody has yet. */
  report(withNames: boolean): Promise<string>;
}

/** Puts the diagnostics together out of their checks. */
export function createDiagnostics(options: CreateDiagnosticsOptions): CreatedDiagnostics {
  const { clock, log, logPath, accounts, feeds, computer } = options;
  const { profileDir, safeMode } = computer;
  const startedAt = clock.monotonic();
  const known = facts({
    ...options.facts,
    execPath: process.execPath,
    profileDir,
    safeMode,
    upMs: () => clock.monotonic() - startedAt,
  });
  const diagnostics = new Diagnostics({
    clock,
    log,
    facts: () => known,
    checks: () => [
      ...accountChecks({
        ...options.account,
        accounts: accounts.all(),
        probe: createServerProbe(options.fetch, clock),
      }),
      ...feedChecks({ ...options.feed, feeds: feeds.all() }),
      ...desktopChecks(options.desktop),
      ...computerChecks({ ...computer, logDir: dirname(logPath) }),
    ],
    onChange: options.onChange,
  });
  return {
    diagnostics,
    async report(withNames) {
      if (diagnostics.view(reportMessages, 'en') === null) await diagnostics.run();
      const view = diagnostics.view(reportMessages, 'en');
      if (view === null) throw new Error('diagnostics: nothing was looked at');
      return diagnosticsReport({
        view,
        logLines: await logTail(logPath),
        names: {
          accounts: accounts.all().map(({ stored: { origin, username } }) => ({
            host: new URL(origin).host,
            username,
          })),
          feeds: feeds.all().map(({ stored }) => feedNames(stored)),
          home: homedir(),
          user: userName(),
        },
        withNames,
        now: clock.now(),
      });
    },
  };
}

/** Some systems have no entry for the user that a program runs as. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
