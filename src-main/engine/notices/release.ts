import type { Rules } from '../settings/settings.ts';
import type { HistoryEntry } from './history.ts';
import type { Notice } from './notice.ts';
import { isHeard } from './rules/loudness.ts';
import { fewMissed, isPressing, isSecurity, isUnwanted } from './rules.ts';
import type { DigestCause } from './wording.ts';

/** What was held and is to be told in one toast. */
export interface Released {
  readonly accountId: string;
  /** In the order in which they came; one alone is told as itself. */
  readonly notices: readonly Notice[];
  readonly cause: DigestCause;
  /** The one that the toast is to be heard with; null = none. */
  readonly sounding: Notice | null;
}

/**
 * What is told of held notices now that nothing holds them: one toast for each account or feed, and one for
 * each that is pressing, which must not drown in the others. Only where a feed has many of those, they are
 * one toast of their own; security notices no number may swallow. What the user has muted or switched off
 * meanwhile drops out.
 *
 * @param lookedAt the reader has the window before them, and with it all but what is pressing.
 */
export function releaseOf(
  held: readonly HistoryEntry[],
  rules: Rules,
  lookedAt: boolean,
): readonly Released[] {
  const wanted = held.filter(({ notice }) => !isUnwanted(notice, rules));
  const pressing = wanted.filter(({ notice }) => isPressing(notice));
  const others = lookedAt ? [] : wanted.filter(({ notice }) => !isPressing(notice));
  const alone = pressing.filter(({ notice }) => isSecurity(notice));
  const critical = perAccount(pressing.filter(({ notice }) => !isSecurity(notice)));
  return [
    ...alone.map((entry) => [entry]),
    ...critical.flatMap((entries) =>
      entries.length > fewMissed ? [entries] : entries.map((entry) => [entry]),
    ),
    ...perAccount(others),
  ].flatMap((entries) => partOf(entries, rules));
}

function perAccount(entries: readonly HistoryEntry[]): readonly (readonly HistoryEntry[])[] {
  const accountIds = [...new Set(entries.map(({ notice }) => notice.accountId))];
  return accountIds.map((id) => entries.filter(({ notice }) => notice.accountId === id));
}

function partOf(entries: readonly HistoryEntry[], rules: Rules): readonly Released[] {
  const [first] = entries;
  if (first === undefined) return [];
  const notices = entries.map(({ notice }) => notice);
  return [
    {
      accountId: first.notice.accountId,
      notices,
      cause: causeOf(entries),
      sounding: notices.findLast((notice) => isHeard(rules, notice)) ?? null,
    },
  ];
}

/** What held all of them; `several` where it was not one thing. */
function causeOf(entries: readonly HistoryEntry[]): DigestCause {
  const reasons = [...new Set(entries.map(({ decision }) => decision.reason))];
  const [reason] = reasons;
  switch (reason) {
    case 'paused':
    case 'quiet-hours':
    case 'do-not-disturb':
    case 'full-screen':
      return reasons.length === 1 ? reason : 'several';
    default:
      return 'several';
  }
}
