import type { Comparison, Condition } from './notice-rule.ts';
import type { Scope } from './scope.ts';
import { type Choice, chosenText, parseField, type TemplateProblem } from './template.ts';

/** A condition made ready to be asked of many events. */
export type CompiledCondition = (scope: Scope) => boolean;

/** Why a condition cannot be read: its field, or what it compares with. */
export type ConditionProblem =
  | TemplateProblem
  | { readonly problem: 'no-number'; readonly at: number };

/** What is looked at of a text, in UTF-16 units: a word that stands later is not found. */
const longestCompared = 65_536;

/**
 * Makes a condition ready. Texts are compared without regard to capital letters and to white space at their ends;
 * `above` and `below` want numbers, also as text (`"21.5"`), and are not met where there is none.
 */
export function compileCondition({
  field,
  is,
  value,
}: Condition): CompiledCondition | ConditionProblem {
  const read = parseField(field);
  if ('problem' in read) return read;
  const { choice } = read;
  if (is === 'above' || is === 'below') {
    const bound = numberOf(value);
    if (bound === null) return { problem: 'no-number', at: 0 };
    return (scope) => {
      const number = numberOf(chosenText(choice, scope, longestCompared));
      return number !== null && (is === 'above' ? number > bound : number < bound);
    };
  }
  return textCondition(choice, is, folded(value));
}

function textCondition(
  choice: Choice,
  is: Exclude<Comparison, 'above' | 'below'>,
  value: string,
): CompiledCondition {
  const textAt = (scope: Scope) => folded(chosenText(choice, scope, longestCompared));
  switch (is) {
    case 'is':
      return (scope) => textAt(scope) === value;
    case 'is-not':
      return (scope) => textAt(scope) !== value;
    case 'contains':
      return (scope) => textAt(scope).includes(value);
    case 'contains-not':
      return (scope) => !textAt(scope).includes(value);
    case 'exists':
      return (scope) => chosenText(choice, scope, longestCompared) !== '';
    case 'exists-not':
      return (scope) => chosenText(choice, scope, longestCompared) === '';
  }
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}

/** A number as programs write it; null for anything else, hexadecimals and infinity among it. */
function numberOf(text: string): number | null {
  const number = text.trim();
  return number.length <= 64 && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(number)
    ? Number(number)
    : null;
}
