import type { Log } from '../../engine/log.ts';
import type { Clock } from '../../engine/streaming/clock.ts';
import { type Check, type Finding, fails } from './check.ts';

export interface RunChecksOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Called once for each check, as its result comes. */
  readonly onResult: (check: Check, finding: Finding) => void;
}

/** A check may take so long (ms); a notification service that is started first needs most of it. */
const timeLimitMs = 12_000;
/** Servers are not asked for everything at once. */
const atOnce = 6;

/** Looks at everything, some at a time. Resolves when each has its result; never rejects. */
export async function runChecks(
  checks: readonly Check[],
  options: RunChecksOptions,
): Promise<void> {
  const left = [...checks];
  const work = async () => {
    for (let check = left.shift(); check !== undefined; check = left.shift()) {
      options.onResult(check, await limited(check, options));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function limited(check: Check, { clock, log }: RunChecksOptions): Promise<Finding> {
  return new Promise((resolve) => {
    const timer = clock.setTimeout(() => {
      resolve(
        fails(
          (m) => m.diagnostics.timedOut,
          (m) => m.diagnostics.tryAgain,
        ),
      );
    }, timeLimitMs);
    const done = (finding: Finding) => {
      timer.cancel();
      resolve(finding);
    };
    // A check that throws before it answers is one that fails, too.
    new Promise<Finding>((answer) => answer(check.run())).then(done, (error: unknown) => {
      log.warn('diagnostics: a check failed', { check: check.id, error: String(error) });
      done(
        fails(
          (m) => m.diagnostics.threw,
          (m) => m.diagnostics.tryAgain,
        ),
      );
    });
  });
}
