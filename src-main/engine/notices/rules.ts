import type { Rules } from '../settings/settings.ts';
import type { DesktopState } from './desktop-state.ts';
import { inGroupOfFeed } from './groups.ts';
import type { Notice } from './notice.ts';
import { asksForFollowed } from './rules/followed.ts';
import { isHeard, loudnessOf } from './rules/loudness.ts';
import { holdsMutedWord, isFromMuted } from './rules/muted.ts';
import { isQuiet, type LocalTime } from './rules/quiet-hours.ts';

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
  /** Of a feed: told in the toast of the first one of its group. */
  'same-group',
  /** One of more than a feed may show in a short time: told in one toast with others of them. */
  'burst',
  /** Shown without a sound: the user wants it so for this type. */
  'type-silent',
  /** Shown without a sound: the feed says that it is of low urgency. */
  'low-urgency',
  /** The user has done it: that it is done is no news. */
  'own-act',
  /** Who sent it wants nobody disturbed. */
  'silent',
  /** The user wants this type kept, and no more. */
  'type-off',
  'muted-user',
  'muted-word',
  /** Only people whom the account follows are to ring. */
  'not-followed',
  'too-old',
  'paused',
  'quiet-hours',
  /** The desktop's own. */
  'do-not-disturb',
  /** A full-screen program or a presentation runs. */
  'full-screen',
  /** The reader looks at Suzu's window. */
  'focused',
  'failed',
] as const;
/** Why; one word for the trace and the history, one sentence in the catalogue for the user. */
export type DecisionReason = (typeof decisionReasons)[number];

export interface Decision {
  readonly decision: DecisionKind;
  readonly reason: DecisionReason;
}

/** A decision, and whether a toast that follows from it, at once or in a digest, is to be heard. */
export interface Ruling extends Decision {
  readonly sounds: boolean;
}

/** What stands around all notices at a moment. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The same moment by the user's clock. */
  readonly localTime: LocalTime;
  /** Toasts are held until then (milliseconds since the epoch); null = not paused. */
  readonly pausedUntil: number | null;
  /** What the desktop does not tell (null) holds nothing. */
  readonly desktop: DesktopState;
}

/** What stands around a notice at the moment it is decided. */
export interface Surroundings extends Moment {
  /** How many notices came out of the same gap; null for one that came live. */
  readonly missed: number | null;
  /** Whether a toast stands, or stood, for the unread group that it joins. */
  readonly joins: boolean;
  /** Whether its feed has shown as many in a short time as it may. */
  readonly crowded: boolean;
  /** Whether the account follows who sent it; null = unknown, which counts as followed. */
  readonly follows: boolean | null;
}

/** Notices older than this (ms) go to the history only: a storm of old toasts helps nobody. */
export const tooOldAfterMs = 24 * 60 * 60 * 1000;

/** Up to this many missed notices ring one by one; more become one digest. */
export const fewMissed = 5;

/**
 * Decides about one notice. Pure: the same notice, rules and surroundings give the same ruling. The first
 * of these that applies is the reason:
 *
 * 1. No news: the user's own act, or sent not to disturb (`own-act`, `silent`).
 * 2. What it is, which the user never wants to ring: its type, sender, words, or a stranger's
 *    (`type-off`, `muted-user`, `muted-word`, `not-followed`).
 * 3. It is too old (`too-old`).
 * 4. What holds everything for now (see `holdReason`); it is told afterwards.
 * 5. The reader looks at the window anyway (`focused`), unless the screen is locked.
 * 6. It rings: with others of its gap, with others of its note or group, with others of a feed that is
 *    too much (`burst`), or by itself. A toast that stands already is renewed without a sound.
 *
 * Pressing notices (see `isPressing`) pass quiet hours and the focus, and have a toast of their own where
 * others of a gap would be a digest: minutes count when somebody else got in, or a feed says so. Their type
 * can still be switched off, and what was chosen for this very moment (a pause, do-not-disturb, a
 * presentation) holds them, too. Those of security (see `isSecurity`) also pass muted words and people:
 * they are rare, and no stranger wrote them. What a feed marks as of low urgency makes no sound.
 */
export function decide(notice: Notice, rules: Rules, around: Surroundings): Ruling {
  const { now, missed, joins, crowded, desktop } = around;
  const pressing = isPressing(notice);
  const ruling = (decision: DecisionKind, reason: DecisionReason): Ruling => ({
    decision,
    reason,
    sounds: decision !== 'suppressed' && (!renews(reason) || pressing) && isHeard(rules, notice),
  });
  if (!concerns(notice)) {
    return ruling('suppressed', notice.nuance === 'silent' ? 'silent' : 'own-act');
  }
  const unwanted = unwantedReason(notice, rules, around);
  if (unwanted !== null) return ruling('suppressed', unwanted);
  if (missed !== null && now - notice.createdAt > tooOldAfterMs) {
    return ruling('suppressed', 'too-old');
  }
  const hold = holdReason(rules, around);
  if (hold !== null && !(hold === 'quiet-hours' && pressing)) {
    return ruling('held', hold);
  }
  if (isLookedAt(rules, desktop) && !pressing) return ruling('suppressed', 'focused');
  if (missed !== null && missed > fewMissed && !pressing) return ruling('grouped', 'digest');
  if (joins) return ruling('grouped', inGroupOfFeed(notice) ? 'same-group' : 'same-note');
  if (crowded) return ruling('grouped', 'burst');
  if (loudnessOf(rules, notice) === 'silent') return ruling('shown', 'type-silent');
  if (notice.feed?.urgency === 'low') return ruling('shown', 'low-urgency');
  return ruling('shown', missed === null ? 'live' : 'missed');
}

/** Whether a notice that was decided so is told by a toast that stands already, which is shown anew. */
export function renews(reason: DecisionReason): boolean {
  return reason === 'same-note' || reason === 'same-group';
}

/**
 * What holds toasts back at a moment; null = nothing. Of several, quiet hours are named last: they alone
 * do not hold what is pressing.
 */
export function holdReason(rules: Rules, moment: Moment): DecisionReason | null {
  const { now, localTime, pausedUntil, desktop } = moment;
  if (pausedUntil !== null && now < pausedUntil) return 'paused';
  if (rules.heedDoNotDisturb && desktop.doNotDisturb === true) return 'do-not-disturb';
  if (rules.holdInFullScreen && desktop.fullScreen === true) return 'full-screen';
  return isQuiet(rules.quietHours, localTime) ? 'quiet-hours' : null;
}

/** Whether the reader has Suzu's window before them and wants no toasts then. */
export function isLookedAt({ quietWhileFocused }: Rules, desktop: DesktopState): boolean {
  // A window keeps the focus behind a locked screen.
  return quietWhileFocused && desktop.windowFocused && desktop.locked !== true;
}

/** Whether it tells that somebody came into the account, or was let in. */
export function isSecurity({ type }: Pick<Notice, 'type'>): boolean {
  return type === 'login' || type === 'createToken';
}

/** Whether it cannot wait: it is about security, or its feed says that it is critical. */
export function isPressing(notice: Pick<Notice, 'type' | 'feed'>): boolean {
  return isSecurity(notice) || notice.feed?.urgency === 'critical';
}

/** Whether it may ring at all: what concerns nobody counts towards no digest, either. */
function concerns({ nuance }: Notice): boolean {
  return nuance === null || nuance === 'request-accepted';
}

/** Whether the user never wants it to ring, as far as that can be said without asking the server. */
export function isUnwanted(notice: Notice, rules: Rules): boolean {
  return unwantedReason(notice, rules, { follows: null }) !== null;
}

/** Why the user never wants it to ring; null where it may. */
function unwantedReason(
  notice: Notice,
  rules: Rules,
  { follows }: Pick<Surroundings, 'follows'>,
): DecisionReason | null {
  if (loudnessOf(rules, notice) === 'keep') return 'type-off';
  if (isSecurity(notice)) return null;
  if (isFromMuted(rules, notice)) return 'muted-user';
  if (holdsMutedWord(rules, notice)) return 'muted-word';
  return follows === false && asksForFollowed(rules, notice) ? 'not-followed' : null;
}

/** Whether a missed notice counts towards a digest. */
export function countsAsMissed(
  notice: Notice,
  rules: Rules,
  { now, follows }: Pick<Surroundings, 'now' | 'follows'>,
): boolean {
  return (
    concerns(notice) &&
    !isPressing(notice) &&
    unwantedReason(notice, rules, { follows }) === null &&
    now - notice.createdAt <= tooOldAfterMs
  );
}

/**
 * Whether a notice with this decision is told with others of its note or group. What the user does not
 * want to hear of must not come back in a toast about somebody else's.
 */
export function joinsOthers({ reason }: Decision): boolean {
  return reason !== 'muted-user' && reason !== 'muted-word' && reason !== 'not-followed';
}
