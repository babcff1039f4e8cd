import type { RuleProblem } from '../../engine/feeds/notices/compiled-rule.ts';
import type { TemplateProblem } from '../../engine/feeds/notices/template.ts';
import type { Messages } from '../../engine/messages/index.ts';

type Words = Messages['feeds'];

/** What is wrong in a template or a condition, as a sentence; people count characters from 1. */
export function wordTemplateProblem(
  { problem, at }: TemplateProblem | Pick<RuleProblem, 'problem' | 'at'>,
  { template }: Words,
): string {
  return template[problem](at + 1);
}

/** Which part of a rule is wrong and why, as a sentence. */
export function wordRuleProblem(problem: RuleProblem, words: Words): string {
  return words.partWrong(partOf(problem.part, words), wordTemplateProblem(problem, words));
}

function partOf(part: RuleProblem['part'], { part: parts }: Words): string {
  return isTemplatePart(part) ? parts[part] : parts.when(Number(part.slice('when.'.length)) + 1);
}

type TemplatePart = Exclude<RuleProblem['part'], `when.${number}`>;

function isTemplatePart(part: RuleProblem['part']): part is TemplatePart {
  return !part.startsWith('when.');
}
