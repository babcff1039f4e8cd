import { compileRule, type RuleProblem } from './notices/compiled-rule.ts';
import { type NoticePreview, noticeOf } from './notices/event-notice.ts';
import type { NoticeRule } from './notices/notice-rule.ts';
import type { SeenEvent } from './seen-events.ts';

/** What a rule makes of an event. */
export type RulePreview =
  | { readonly kind: 'notice'; readonly preview: NoticePreview }
  /** A condition is not met, by its place in `when`. */
  | { readonly kind: 'filtered'; readonly condition: number }
  | { readonly kind: 'wordless' }
  | { readonly kind: 'unreadable'; readonly problem: RuleProblem };

/** See `Feeds.preview`. */
export function previewsOf(
  events: readonly SeenEvent[],
  rule: NoticeRule,
  { feedId, now }: { readonly feedId: string; readonly now: number },
): readonly RulePreview[] {
  const compiled = compileRule(rule);
  if ('problem' in compiled) {
    const unreadable = { kind: 'unreadable', problem: compiled } as const;
    return Array.from({ length: Math.max(1, events.length) }, () => unreadable);
  }
  return events.map(({ n, event }) => {
    const worded = noticeOf(event, [compiled], { feedId, now, fallbackId: `preview:${n}` });
    return worded.kind === 'notice' ? { kind: 'notice', preview: worded.preview } : worded;
  });
}
