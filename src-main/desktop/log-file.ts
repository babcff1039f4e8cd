import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Log, LogFields } from '../engine/log.ts';

/** A log file grows to this many bytes; then it becomes `<name>.old` and a new one begins. */
const longestBytes = 1024 * 1024;

/**
 * A log in a file that only its owner may read. A file that cannot be written is given up silently:
 * there is nowhere left to say so.
 *
 * @param now milliseconds since the epoch.
 * @param echo is given each line too, for whoever watches.
 */
export function fileLog(path: string, now: () => number, echo: (line: string) => void): Log {
  let size = sizeOf(path);

  const write = (level: string, message: string, fields?: LogFields) => {
    const line = `${new Date(now()).toISOString()} ${level} ${message}${wordFields(fields)}\n`;
    echo(line);
    try {
      if (size > longestBytes) {
        renameSync(path, `${path}.old`);
        size = 0;
      }
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      appendFileSync(path, line, { mode: 0o600 });
      size += Buffer.byteLength(line);
    } catch {
      size = 0;
    }
  };

  return {
    info: (message, fields) => write('info', message, fields),
    warn: (message, fields) => write('warn', message, fields),
    error: (message, fields) => write('error', message, fields),
  };
}

function wordFields(fields: LogFields | undefined): string {
  return fields === undefined ? '' : ` ${JSON.stringify(fields)}`;
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
