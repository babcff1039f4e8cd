import type { Notice } from './notice.ts';

/** What the rules made of a notice. `held` comes back as one digest when the holding ends. */
export type DecisionKind = 'shown' | 'grouped' | 'held' | 'suppressed';

/** Why; one word for the trace and the history, one sentence in the catalogue for the user. */
export type DecisionReason = 'live' | 'missed' | 'digest' | 'paused' | 'too-old' | 'failed';

export interface Decision {
  readonly decision: DecisionKind;
  readonly reason: DecisionReason;
}

/** What stands around a notice at the moment it is decided. */
export interface Surroundings {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Toasts are held until then (milliseconds since the epoch); null = not paused. */
  readonly pausedUntil: number | null;
  /** How many notices came out of the same gap; null for one that came live. */
  readonly missed: number | null;
}

/** Notices older than this (ms) go to the history only: a storm of old toasts helps nobody. */
export const tooOldAfterMs = 24 * 60 * 60 * 1000;

/** Up to this many missed notices ring one by one; more become one digest. */
export const fewMissed = 5;

/** Decides about one notice. Pure: the same notice and surroundings give the same decision. */
export function decide(notice: Notice, { now, pausedUntil, missed }: Surroundings): Decision {
  if (now - notice.createdAt > tooOldAfterMs && missed !== null) {
    return { decision: 'suppressed', reason: 'too-old' };
  }
  if (pausedUntil !== null && now < pausedUntil) return { decision: 'held', reason: 'paused' };
  if (missed !== null && missed > fewMissed) return { decision: 'grouped', reason: 'digest' };
  return { decision: 'shown', reason: missed === null ? 'live' : 'missed' };
}
