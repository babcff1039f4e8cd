import type { FeedView, NoticeRule } from '../../src-main/ipc/contract.ts';
import { type ConnectionForm, formOf } from './connection-form.ts';
import type { FeedDrafts } from './drafts.ts';
import { isSameRule } from './words/rule.ts';

/**
 * The rule that is in force as one of a person's own; null where a preset says it, which a rule of one's own
 * cannot always say as well.
 */
export function ruleInForce({
  rule,
  preset,
  startRule,
}: Pick<FeedView, 'rule' | 'preset' | 'startRule'>): NoticeRule | null {
  return rule ?? (preset === null ? startRule : null);
}

/** Whether a rule that is being written differs from what is in force. */
export function isRuleChanged(feed: FeedView, draft: NoticeRule | null): boolean {
  if (draft === null) return false;
  const now = ruleInForce(feed);
  return now === null || !isSameRule(now, draft);
}

/** Whether what was typed about a connection differs from what is kept. */
export function isFormChanged(feed: FeedView, form: ConnectionForm | null): boolean {
  return form !== null && JSON.stringify(form) !== JSON.stringify(formOf(feed));
}

/** Whether anything was typed about a feed that is not saved. */
export function hasUnsaved(drafts: FeedDrafts, feed: FeedView): boolean {
  return isRuleChanged(feed, drafts.rule(feed.id)) || isFormChanged(feed, drafts.form(feed.id));
}
