import type { Rules } from '../settings/settings.ts';
import type { HistoryEntry } from './history.ts';
import type { Notice } from './notice.ts';
import { loudnessOf } from './rules/loudness.ts';
import { isSecurity, isUnwanted } from './rules.ts';
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
 * What is told of held notices now that nothing holds them: one toast for each account, and one for each
 * security notice, which no number may swallow. What the user has muted or switched off meanwhile drops out.
 *
 * @param lookedAt the reader has the window before them, and with it all but what is about security.
 */
export function releaseOf(
  held: readonly HistoryEntry[],
  rules: Rules,
  lookedAt: boolean,
): readonly Released[] {
  const wanted = held.filter(({ notice }) => !isUnwanted(notice, rules));
  const alone = wanted.filter(({ notice }) => isSecurity(notice));
  const together = lookedAt ? [] : wanted.filter(({ notice }) => !isSecurity(notice));
  const accountIds = [...new Set(together.map(({ notice }) => notice.accountId))];
  return [
    ...alone.map((entry) => [entry]),
    ...accountIds.map((id) => together.filter(({ notice }) => notice.accountId === id)),
  ].flatMap((entries) => partOf(entries, rules));
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
      sounding: notices.findLast((notice) => loudnessOf(rules, notice) === 'ring') ?? null,
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
