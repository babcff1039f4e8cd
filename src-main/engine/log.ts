/** What may stand beside a log message. Never put a token, a note's text or a person's name here. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export type LogLevel = 'info' | 'warn' | 'error';

/**
 * Where messages for the person who looks into a problem go: `info` is what is usual, `warn` what Suzu
 * copes with, `error` what the user notices.
 */
export type Log = Readonly<Record<LogLevel, (message: string, fields?: LogFields) => void>>;

/** A log that keeps nothing. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
