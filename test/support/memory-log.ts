import type { Log, LogFields } from '../../src-main/engine/log.ts';

/** A log that keeps its lines, oldest first. */
export interface MemoryLog extends Log {
  readonly lines: readonly {
    readonly level: 'info' | 'warn' | 'error';
    readonly message: string;
    readonly fields: LogFields;
  }[];
}

export function memoryLog(): MemoryLog {
  const lines: MemoryLog['lines'][number][] = [];
  const keep =
    (level: 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}) =>
      void lines.push({ level, message, fields });
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
}
