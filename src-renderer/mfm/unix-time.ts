import type { MfmInline } from 'mfm-js';

/** The farthest moment that a Date can name, in milliseconds from the epoch. */
const farthest = 8.64e15;

/**
 * The moment that `$[unixtime …]` names, in ms since the epoch; null where it names none. The object
 * wraps it because the epoch itself is 0.
 */
export function unixTime(children: readonly MfmInline[]): { readonly ms: number } | null {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'text') return null;
  const [seconds] = /^\s*-?\d{1,15}/.exec(only.props.text) ?? [];
  if (seconds === undefined) return null;
  const ms = Number(seconds) * 1000;
  return Math.abs(ms) <= farthest ? { ms } : null;
}
