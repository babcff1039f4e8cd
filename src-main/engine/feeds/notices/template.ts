import { type Format, formatText, isFormat } from './formats.ts';
import { bareKey, isEventName, type Path, type Step, stepOf } from './path.ts';
import type { Scope } from './scope.ts';
import { textOf } from './value-text.ts';

/**
 * Text with places that an event fills:
 *
 * - `{user.name}`, `{items[0].name}` or `{items.0.name}`, `{items[-1]}` (the last): what stands there. Any
 *   key can stand in brackets, as JSON writes it: `{["a b"].c}`, `{["dc:title"]}`.
 * - `{a.b || c || "text"}`: the first that says anything.
 * - `{tag && " · "}`: what comes last, if all before it says anything.
 * - `{status.content:plain}`: in another form, see `formats.ts`; forms can follow one another.
 * - `{$text}` the whole text, `{$name}` the event's name or topic, `{$levels[0]}` a level of the topic, `{$id}`.
 * - `{$mark}`, where it says from where a feed goes on: what it would go on from without this event.
 * - `{{` and `}}`: braces.
 *
 * What is not there is empty. A text that is JSON itself is looked into when a path goes on through it.
 */
export interface Template {
  readonly parts: readonly (string | Choice)[];
}

/** Alternatives, of which the first that says anything counts. */
export type Choice = readonly Alternative[];

interface Alternative {
  /** What must say anything for it to count. */
  readonly conditions: readonly Operand[];
  readonly operand: Operand;
}

type Operand =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'value'; readonly path: Path; readonly formats: readonly Format[] };

/** Why a template or a field cannot be read. */
export interface TemplateProblem {
  readonly problem: /** Longer than any template. */
    | 'too-long'
    /** A brace that is not closed. */
    | 'unclosed'
    /** Nothing where a field is to be named. */
    | 'empty'
    /** Brackets or dots that name nothing. */
    | 'bad-path'
    /** Quotes that are not closed, or hold what JSON does not allow. */
    | 'bad-words'
    /** A name with a dollar that there is none of. */
    | 'unknown-name'
    /** A form that there is none of. */
    | 'unknown-format'
    /** Something that belongs to nothing. */
    | 'unexpected';
  /** Where it stands, in UTF-16 units. */
  readonly at: number;
}

export const longestTemplate = 4_096;

/** More of a value than any notice shows, with room for what a form takes out of it. */
const longestValue = 65_536;

/** Reads a template. Never throws; costs no more than its length. */
export function parseTemplate(text: string): Template | TemplateProblem {
  return attempt(text, (reader) => ({ parts: reader.parts() }));
}

/** Reads what stands in a template's braces by itself: a path, with alternatives and forms. */
export function parseField(text: string): { readonly choice: Choice } | TemplateProblem {
  return attempt(text, (reader) => ({ choice: reader.field() }));
}

/**
 * The text that a template comes to for an event: exactly what stands there, cut at `mostCharacters` UTF-16
 * units (never within a character outside the basic plane) and made fit for no place in particular.
 */
export function renderTemplate({ parts }: Template, scope: Scope, mostCharacters: number): string {
  let text = '';
  for (const part of parts) {
    text += typeof part === 'string' ? part : chosenText(part, scope, longestValue);
    if (text.length > mostCharacters) {
      return text.slice(0, mostCharacters).replace(/[\uD800-\uDBFF]$/, '');
    }
  }
  return text;
}

/** The first of the alternatives that says anything, as text of at most `most` units; empty where none does. */
export function chosenText(choice: Choice, scope: Scope, most: number): string {
  for (const { conditions, operand } of choice) {
    if (!conditions.every((condition) => said(condition, scope, most) !== '')) continue;
    const text = said(operand, scope, most);
    if (text !== '') return text;
  }
  return '';
}

/** Empty also where there is nothing but white space, unless somebody wrote it between quotes. */
function said(operand: Operand, scope: Scope, most: number): string {
  if (operand.kind === 'words') return operand.words;
  const value = textOf(scope.valueAt(operand.path), most);
  const text = operand.formats.reduce((before, format) => formatText(format, before), value);
  return /\S/.test(text) ? text : '';
}

function attempt<Read extends object>(
  text: string,
  read: (reader: TemplateReader) => Read,
): Read | TemplateProblem {
  if (text.length > longestTemplate) return { problem: 'too-long', at: longestTemplate };
  try {
    return read(new TemplateReader(text));
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.problem, at: error.at };
    throw error;
  }
}

class Unreadable extends Error {
  readonly problem: TemplateProblem['problem'];
  readonly at: number;

  constructor(problem: TemplateProblem['problem'], at: number) {
    super(problem);
    this.problem = problem;
    this.at = at;
  }
}

/** JSON's strings; whether what they hold is allowed is for JSON to say. */
const quoted = /"(?:[^"\\]|\\.)*"/y;
const integer = /-?\d{1,9}/y;
const word = /[a-z]*/y;
/** Between places, or a pair of braces. */
const plainText = /(?:[^{}]|\{\{|\}\}?)+/y;

class TemplateReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parts(): (string | Choice)[] {
    const parts: (string | Choice)[] = [];
    while (this.#at < this.#text.length) {
      const plain = this.#match(plainText);
      parts.push(
        plain === null ? this.#place() : plain.replace(/\{\{|\}\}/g, (pair) => pair.charAt(0)),
      );
    }
    return parts;
  }

  field(): Choice {
    const choice = this.#choice();
    if (this.#at < this.#text.length) throw new Unreadable('unexpected', this.#at);
    return choice;
  }

  #place(): Choice {
    const start = this.#at;
    this.#at += 1;
    const choice = this.#choice(start);
    if (this.#take('}')) return choice;
    throw this.#at < this.#text.length
      ? new Unreadable('unexpected', this.#at)
      : new Unreadable('unclosed', start);
  }

  /** @param opened where the brace stands that it is in. */
  #choice(opened: number | null = null): Choice {
    const choice: Alternative[] = [];
    do choice.push(this.#alternative(opened));
    while (this.#take('||'));
    return choice;
  }

  #alternative(opened: number | null): Alternative {
    const operands: Operand[] = [];
    do {
      this.#expectMore(opened);
      operands.push(this.#operand());
      this.#skipSpaces();
    } while (this.#take('&&'));
    const operand = operands.pop();
    if (operand === undefined) throw new Unreadable('empty', this.#at);
    return { conditions: operands, operand };
  }

  #operand(): Operand {
    if (this.#text.charAt(this.#at) === '"') return { kind: 'words', words: this.#words() };
    return { kind: 'value', path: this.#path(), formats: this.#formats() };
  }

  #path(): Path {
    const start = this.#at;
    const first = this.#match(bareKey);
    if (first?.startsWith('$')) {
      if (!isEventName(first)) throw new Unreadable('unknown-name', start);
      return { of: first, steps: this.#steps() };
    }
    const steps = this.#steps();
    if (first !== null) return { of: null, steps: [stepOf(first), ...steps] };
    if (steps.length > 0 && this.#text.charAt(start) === '[') return { of: null, steps };
    throw new Unreadable(steps.length > 0 ? 'bad-path' : 'empty', start);
  }

  #steps(): Step[] {
    const steps: Step[] = [];
    for (;;) {
      const start = this.#at;
      if (this.#take('[')) steps.push(this.#bracketed(start));
      else if (this.#take('.')) steps.push(this.#dotted(start));
      else return steps;
    }
  }

  #dotted(start: number): Step {
    const key = this.#match(bareKey);
    if (key === null) throw new Unreadable('bad-path', start);
    return stepOf(key);
  }

  #bracketed(start: number): Step {
    this.#skipSpaces();
    const key = this.#text.charAt(this.#at) === '"' ? this.#words() : this.#match(integer);
    this.#skipSpaces();
    if (key === null || !this.#take(']')) throw new Unreadable('bad-path', start);
    return stepOf(key);
  }

  #formats(): Format[] {
    const formats: Format[] = [];
    for (;;) {
      this.#skipSpaces();
      const start = this.#at;
      if (!this.#take(':')) return formats;
      this.#skipSpaces();
      const name = this.#match(word) ?? '';
      if (!isFormat(name)) throw new Unreadable('unknown-format', start);
      formats.push(name);
    }
  }

  #words(): string {
    const start = this.#at;
    try {
      const words: unknown = JSON.parse(this.#match(quoted) ?? '');
      if (typeof words === 'string') return words;
    } catch {
      // Told below.
    }
    throw new Unreadable('bad-words', start);
  }

  #expectMore(opened: number | null): void {
    this.#skipSpaces();
    // Nothing more at all: it is the brace that a person has yet to close.
    if (opened !== null && this.#at === this.#text.length) throw new Unreadable('unclosed', opened);
  }

  #skipSpaces(): void {
    this.#match(/\s+/y);
  }

  #take(expected: string): boolean {
    if (!this.#text.startsWith(expected, this.#at)) return false;
    this.#at += expected.length;
    return true;
  }

  /** What the pattern (a sticky one) finds here; null where it finds nothing. */
  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found === '' ? null : found;
  }
}
