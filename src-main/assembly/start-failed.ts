import { tellStartFailed } from '../desktop/crash/ask.ts';
import { createRedactor } from '../desktop/diagnostics/redact.ts';
import { openLog, type Run, systemMessages } from './foundation.ts';

/** A Suzu that is built halfway rings for nothing: better to say so and end. */
export async function startFailed(error: unknown, run: Run): Promise<void> {
  const { clock, host, marker } = run;
  marker.giveUp();
  const log = openLog(run, createRedactor());
  log.error('could not start', { stack: error instanceof Error ? (error.stack ?? '') : '' });
  await log.flush();
  await tellStartFailed(String(error), systemMessages(host), clock);
}
