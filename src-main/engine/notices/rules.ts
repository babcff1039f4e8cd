import type { Notice } from './notice.ts';

export const decisionKinds = ['shown', 'grouped', 'held', 'suppressed'] as const;
/** What the rules made of a notice. `held` comes back as one digest when the holding ends. */
export type DecisionKind = (typeof decisionKinds)[number];

export const decisionReasons = [
  'live',
  'missed',
  /** Told in one toast with others of the same gap. */
  'digest',
  /** Told in the toast of the first one of its group. */
  'same-note',
  'paused',
  'too-old',
  /** The user has done it: that it is done is no news. */
  'own-act',
  /** Who sent it wants nobody disturbed. */
  'silent',
  'failed',
] as const;
/** Why; one word for the trace and the history, one sentence in the catalogue for the user. */
export type DecisionReason = (typeof decisionReasons)[number];

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
  /** Whether a toast stands, or stood, for the unread group that it joins. */
  readonly joins: boolean;
}

/** Notices older than this (ms) go to the history only: a storm of old toasts helps nobody. */
export const tooOldAfterMs = 24 * 60 * 60 * 1000;

/** Up to this many missed notices ring one by one; more become one digest. */
export const fewMissed = 5;

/** Decides about one notice. Pure: the same notice and surroundings give the same decision. */
export function decide(
  notice: Notice,
  { now, pausedUntil, missed, joins }: Surroundings,
): Decision {
  if (!concerns(notice)) {
    return { decision: 'suppressed', reason: notice.nuance === 'silent' ? 'silent' : 'own-act' };
  }
  if (now - notice.createdAt > tooOldAfterMs && missed !== null) {
    return { decision: 'suppressed', reason: 'too-old' };
  }
  if (pausedUntil !== null && now < pausedUntil) return { decision: 'held', reason: 'paused' };
  if (missed !== null && missed > fewMissed) return { decision: 'grouped', reason: 'digest' };
  if (joins) return { decision: 'grouped', reason: 'same-note' };
  return { decision: 'shown', reason: missed === null ? 'live' : 'missed' };
}

/** Whether it may ring at all. */
function concerns({ nuance }: Notice): boolean {
  return nuance === null || nuance === 'request-accepted';
}

/** Whether a missed notice counts towards a digest. */
export function isRecent(notice: Notice, now: number): boolean {
  return concerns(notice) && now - notice.createdAt <= tooOldAfterMs;
}
