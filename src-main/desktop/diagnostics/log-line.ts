import type { LogFields, LogLevel } from '../../engine/log.ts';
import type { Redactor } from './redact.ts';

/** A message with more fields than this is a defect of whoever wrote it. */
const mostFields = 32;

/**
 * One event as one line, with its end: `2026-11-20T22:00:00.000Z warn message {"field":1}`. Whatever the
 * message holds, the line stays one, and bounded.
 *
 * @param at milliseconds since the epoch.
 */
export function logLine(
  at: number,
  level: LogLevel,
  message: string,
  fields: LogFields | undefined,
  redactor: Redactor,
): string {
  const words = `${new Date(at).toISOString()} ${level} ${redactor.clean(message)}`;
  if (fields === undefined) return `${words}\n`;
  const entries = Object.entries(fields)
    .slice(0, mostFields)
    .map(([name, value]) => [
      redactor.clean(name),
      typeof value === 'string' ? redactor.cleanField(name, value) : value,
    ]);
  return `${words} ${JSON.stringify(Object.fromEntries(entries))}\n`;
}

/** What a line of the log says; null for one that is none (cut, or not Suzu's). */
export function parseLogLine(
  line: string,
): { readonly level: LogLevel; readonly text: string } | null {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (info|warn|error) (.+)$/.exec(line);
  const level = match?.[2];
  if (level !== 'info' && level !== 'warn' && level !== 'error') return null;
  return { level, text: line };
}
