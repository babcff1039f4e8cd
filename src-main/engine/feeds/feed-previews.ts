import type { FeedEvent } from './feed-event.ts';
import { type CompiledRule, compileRule, type RuleProblem } from './notices/compiled-rule.ts';
import { type NoticePreview, noticeOf } from './notices/event-notice.ts';
import type { NoticeRule } from './notices/notice-rule.ts';
import { jsonOf } from './payload.ts';
import type { SeenEvent } from './seen-events.ts';

/** What a rule makes of an event. */
export type RulePreview =
  | { readonly kind: 'notice'; readonly preview: NoticePreview }
  /** A condition is not met, by its place in `when`. */
  | { readonly kind: 'filtered'; readonly condition: number }
  | { readonly kind: 'wordless' }
  | { readonly kind: 'unreadable'; readonly problem: RuleProblem };

/** What a rule makes of one of the last events, which `n` names. */
export interface EventPreview {
  readonly n: SeenEvent['n'];
  readonly preview: RulePreview;
}

/** What a rule would make of events, in their order. `now`: ms since the epoch. */
export function previewsOf(
  events: readonly SeenEvent[],
  rule: NoticeRule,
  now: number,
): readonly EventPreview[] {
  const compiled = compileRule(rule);
  return events.map(({ n, event }) => ({ n, preview: previewOf(event, compiled, now) }));
}

/** An event that somebody made up, as a feed would bring it. */
export function sampleEvent({ name, text }: Pick<FeedEvent, 'name' | 'text'>): FeedEvent {
  return { name, id: null, text, data: jsonOf(text), retained: false };
}

/** What a rule would make of one event. `now`: ms since the epoch. */
export function previewOf(
  event: FeedEvent,
  compiled: CompiledRule | RuleProblem,
  now: number,
): RulePreview {
  if ('problem' in compiled) return { kind: 'unreadable', problem: compiled };
  const worded = noticeOf(event, [compiled], { feedId: 'feed', now, fallbackId: '' });
  return worded.kind === 'notice' ? { kind: 'notice', preview: worded.preview } : worded;
}
