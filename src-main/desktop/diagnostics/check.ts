import type { Locale, Messages } from '../../engine/messages/index.ts';
import type { CheckGroup, CheckState } from '../../ipc/contract.ts';

/** Words in the language that is asked for: results outlive a change of the language. */
export type Say = (messages: Messages, locale: Locale) => string;

/** What a check found. */
export interface Finding {
  readonly state: Exclude<CheckState, 'checking'>;
  /** What was found, as a sentence. */
  readonly say: Say;
  /** What to do about it; left out where there is nothing to do. */
  readonly advise?: Say;
}

/** One thing to look at. */
export interface Check {
  /** Unique among the checks of a run, and the same on each. */
  readonly id: string;
  readonly group: CheckGroup;
  /** What is looked at. */
  readonly title: Say;
  /** May take its time, and may fail: that is a result as well. */
  readonly run: () => Finding | Promise<Finding>;
}

export const works = (say: Say): Finding => ({ state: 'works', say });
export const absent = (say: Say): Finding => ({ state: 'absent', say });
export const attention = (say: Say, advise?: Say): Finding => ({
  state: 'attention',
  say,
  ...(advise === undefined ? {} : { advise }),
});
export const fails = (say: Say, advise: Say): Finding => ({ state: 'fails', say, advise });
