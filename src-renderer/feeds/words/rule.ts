import type { Comparison, Condition, NoticeRule } from '../../../src-main/ipc/contract.ts';

/** The parts of a rule that are one template each. */
export type TemplatePart = 'title' | 'body' | 'link' | 'icon' | 'key' | 'group';

export type UrgencyChoice = 'low' | 'normal' | 'critical' | 'field';

/** All comparisons, in the order to offer them. */
export const comparisons: readonly Comparison[] = [
  'is',
  'is-not',
  'contains',
  'contains-not',
  'above',
  'below',
  'exists',
  'exists-not',
];

/** Whether a comparison is with anything. */
export function comparesWith(comparison: Comparison): boolean {
  return comparison !== 'exists' && comparison !== 'exists-not';
}

/** The rule with nothing in it but what a rule is made of, and apart from whatever it was taken from. */
export function plainCopy(rule: NoticeRule): NoticeRule {
  const { when, title, body, link, icon, key, group, urgency } = rule;
  return {
    when: when.map(({ field, is, value }) => ({ field, is, value })),
    title,
    body,
    link,
    icon,
    key,
    group,
    urgency,
  };
}

/** The rule as it is sent: conditions that nothing was typed into say nothing. */
export function sentRule(rule: NoticeRule): NoticeRule {
  return { ...plainCopy(rule), when: typedConditions(rule.when).map(({ condition }) => condition) };
}

export function isSameRule(a: NoticeRule, b: NoticeRule): boolean {
  return JSON.stringify(sentRule(a)) === JSON.stringify(sentRule(b));
}

/**
 * Where a condition of the sent rule stands in the one that is being written, counted from 0.
 *
 * @param index its place in the sent rule
 */
export function typedIndex(rule: NoticeRule, index: number): number {
  return typedConditions(rule.when)[index]?.index ?? index;
}

function typedConditions(when: readonly Condition[]) {
  return when
    .map(({ field, is, value }, index) => ({
      index,
      condition: { field: field.trim(), is, value: comparesWith(is) ? value : '' },
    }))
    .filter(({ condition }) => condition.field !== '');
}

export function urgencyChoice(urgency: string): UrgencyChoice {
  const word = urgency.trim();
  if (word === '' || word === 'normal') return 'normal';
  return word === 'low' || word === 'critical' ? word : 'field';
}

/** The template of a choice; a field's keeps what it was. */
export function urgencyTemplate(choice: UrgencyChoice, before: string): string {
  if (choice === 'normal') return '';
  if (choice !== 'field') return choice;
  return urgencyChoice(before) === 'field' ? before : '{priority}';
}

/**
 * A text with a field put in where the caret is, or in place of what is selected, and where the caret goes
 * then.
 */
export function withField(
  text: string,
  path: string,
  start: number,
  end: number,
): { readonly text: string; readonly caret: number } {
  const put = `{${path}}`;
  return { text: text.slice(0, start) + put + text.slice(end), caret: start + put.length };
}
