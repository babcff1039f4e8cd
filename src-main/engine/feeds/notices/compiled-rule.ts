import { type CompiledCondition, type ConditionProblem, compileCondition } from './condition.ts';
import type { NoticeRule, PresetRule } from './notice-rule.ts';
import { parseTemplate, type Template } from './template.ts';

/** A rule made ready to be asked of many events. Null: says nothing. */
export interface CompiledRule {
  readonly when: readonly CompiledCondition[];
  readonly title: Template | null;
  readonly body: Template | null;
  readonly link: Template | null;
  readonly icon: Template | null;
  readonly key: Template | null;
  readonly group: Template | null;
  readonly urgency: Template | null;
  /** One of Misskey's types of notices, or `event`. */
  readonly type: string;
  readonly person: CompiledPerson | null;
  readonly note: CompiledNote | null;
  readonly reaction: Template | null;
  readonly time: Template | null;
}

type Compiled<Texts, Names extends keyof Texts> = {
  readonly [Name in Names]-?: Template | null;
};

export type CompiledPerson = Compiled<
  NonNullable<PresetRule['person']>,
  'id' | 'name' | 'username' | 'host' | 'avatar'
>;

export type CompiledNote = Compiled<
  NonNullable<PresetRule['note']>,
  'id' | 'text' | 'cw' | 'files' | 'poll'
> & { readonly direct: boolean };

/** The parts of a rule that are templates. */
const texts = ['title', 'body', 'link', 'icon', 'key', 'group', 'urgency'] as const;

/** Why a rule cannot be read: the first part that is wrong, and what is wrong with it. */
export type RuleProblem = ConditionProblem & {
  /** A condition by its place. */
  readonly part: (typeof texts)[number] | `when.${number}`;
};

/** Makes a rule of the user's ready. */
export function compileRule(rule: NoticeRule): CompiledRule | RuleProblem {
  for (const part of texts) {
    const template = parseTemplate(rule[part]);
    if ('problem' in template) return { part, ...template };
  }
  for (const [place, condition] of rule.when.entries()) {
    const compiled = compileCondition(condition);
    if ('problem' in compiled) return { part: `when.${place}`, ...compiled };
  }
  return compilePresetRule(rule);
}

/** Makes the rules of a preset ready. @throws when one of them cannot be read: presets are Suzu's own. */
export function compilePresetRules(rules: readonly PresetRule[]): readonly CompiledRule[] {
  return rules.map(compilePresetRule);
}

function compilePresetRule(rule: PresetRule): CompiledRule {
  const { person, note } = rule;
  return {
    when: (rule.when ?? []).map((condition) => readable(compileCondition(condition))),
    title: compiled(rule.title),
    body: compiled(rule.body),
    link: compiled(rule.link),
    icon: compiled(rule.icon),
    key: compiled(rule.key),
    group: compiled(rule.group),
    urgency: compiled(rule.urgency),
    type: rule.type ?? 'event',
    person: person
      ? {
          id: compiled(person.id),
          name: compiled(person.name),
          username: compiled(person.username),
          host: compiled(person.host),
          avatar: compiled(person.avatar),
        }
      : null,
    note: note
      ? {
          id: compiled(note.id),
          text: compiled(note.text),
          cw: compiled(note.cw),
          files: compiled(note.files),
          poll: compiled(note.poll),
          direct: note.direct ?? false,
        }
      : null,
    reaction: compiled(rule.reaction),
    time: compiled(rule.time),
  };
}

function compiled(text = ''): Template | null {
  return text === '' ? null : readable(parseTemplate(text));
}

function readable<Read extends object>(read: Read | ConditionProblem): Read {
  if ('problem' in read) throw new Error(`a rule cannot be read: ${JSON.stringify(read)}`);
  return read;
}
