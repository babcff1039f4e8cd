import {
  type CompiledRule,
  compilePresetRules,
  compileRule,
  type RuleProblem,
} from './notices/compiled-rule.ts';
import { plainRule } from './notices/notice-rule.ts';
import type { FeedPresets } from './preset-list.ts';
import type { StoredFeed } from './stored-feed.ts';

/** What words the notices of a feed at present. */
export interface RunningRules {
  /** The first that fits counts. */
  readonly rules: readonly CompiledRule[];
  /** Why the feed's own rule is not among them; null = it is, or there is none. */
  readonly problem: RuleProblem | null;
}

const plain = compilePresetRules([plainRule]);

/**
 * The rules of a feed: its own one, else its preset's, else the plain one. An own rule that cannot be read
 * loses nothing: everything rings by the plain one until it is mended.
 */
export function rulesOf(
  { rule, preset, connection }: Pick<StoredFeed, 'rule' | 'preset' | 'connection'>,
  presets: Pick<FeedPresets, 'get'>,
): RunningRules {
  if (rule !== null) {
    const own = compileRule(rule);
    return 'problem' in own ? { rules: plain, problem: own } : { rules: [own], problem: null };
  }
  const known = preset === null ? undefined : presets.get(preset);
  return {
    rules: known === undefined ? plain : compilePresetRules(known.rules(connection)),
    problem: null,
  };
}
