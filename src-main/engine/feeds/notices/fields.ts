import type { FeedEvent } from '../feed-event.ts';
import { jsonOf } from '../payload.ts';
import { lineOf } from './notice-text.ts';
import { type Path, pathText, stepOf } from './path.ts';
import { isObject, textOf } from './value-text.ts';

/** Something in an event that a template can name. */
export interface Field {
  /** As it is written in a template, without the braces. */
  readonly path: string;
  /** The start of what stands there, on one line. */
  readonly value: string;
}

/** What nobody would read through is not gone through either. */
const bounds = { depth: 8, entries: 3, visits: 2_000, key: 200, value: 100 } as const;

/** What a template can name of an event, in the order in which it stands there, at most `most`. */
export function fieldsOf(event: FeedEvent, most: number): readonly Field[] {
  const walk = new FieldWalk(most);
  if (event.name !== '') walk.add({ of: '$name', steps: [] }, event.name);
  if (event.name.includes('/')) walk.visit({ of: '$levels', steps: [] }, event.name.split('/', 10));
  if (event.id !== null) walk.add({ of: '$id', steps: [] }, event.id);
  if (typeof event.data !== 'object' || event.data === null) {
    walk.add({ of: '$text', steps: [] }, event.text);
  }
  walk.visit({ of: null, steps: [] }, event.data);
  return walk.fields;
}

class FieldWalk {
  readonly #most: number;
  readonly #fields: Field[] = [];
  #visits = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get fields(): readonly Field[] {
    return this.#fields;
  }

  add(path: Path, value: unknown): void {
    if (this.#isFull()) return;
    const text = lineOf(textOf(value, bounds.value * 12), bounds.value);
    if (text !== null) this.#fields.push({ path: pathText(path), value: text });
  }

  visit(path: Path, value: unknown): void {
    this.#visits += 1;
    if (this.#isFull() || path.steps.length > bounds.depth) return;
    const inside = typeof value === 'string' ? textInside(value) : value;
    if (Array.isArray(inside)) {
      const isPlain = inside.slice(0, bounds.entries).every((entry) => typeof entry !== 'object');
      if (path.steps.length > 0 && isPlain) this.add(path, value);
      this.#visitEntries(path, inside);
    } else if (isObject(inside)) this.#visitMembers(path, inside);
    else if (path.steps.length > 0) this.add(path, inside);
  }

  #visitEntries(path: Path, entries: readonly unknown[]): void {
    const some = entries.slice(0, path.of === null ? bounds.entries : entries.length);
    for (const [place, entry] of some.entries()) this.visit(further(path, String(place)), entry);
  }

  #visitMembers(path: Path, object: Readonly<Record<string, unknown>>): void {
    for (const key in object) {
      if (this.#isFull()) return;
      if (!Object.hasOwn(object, key)) continue;
      if (key.length <= bounds.key) this.visit(further(path, key), object[key]);
    }
  }

  #isFull(): boolean {
    return this.#fields.length >= this.#most || this.#visits >= bounds.visits;
  }
}

function further({ of, steps }: Path, key: string): Path {
  return { of, steps: [...steps, stepOf(key)] };
}

/** What a text says that is JSON itself; else the text. */
function textInside(text: string): unknown {
  const inside = /^\s*[[{]/.test(text) ? jsonOf(text) : undefined;
  return typeof inside === 'object' && inside !== null ? inside : text;
}
