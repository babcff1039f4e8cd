/** What may stand beside a log message. Never put a token, a note's text or a person's name here. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Where messages for the person who looks into a problem go. */
export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** A log that keeps nothing. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
