import type { FeedEvent } from '../feed-event.ts';
import { jsonOf } from '../payload.ts';
import type { Path, Step } from './path.ts';
import { isObject } from './value-text.ts';

/** Levels of a topic that can be named. */
const mostLevels = 100;
/** Texts of one event that are looked into. */
const mostLooks = 50;

/** What a template can name: one event. What had to be read for one template is there for the next. */
export interface Scope {
  /** What stands there; undefined where nothing does. */
  valueAt(path: Path): unknown;
}

/**
 * What templates can name of an event.
 * @param mark what `$mark` stands for; null = nothing.
 */
export function scopeOf(event: FeedEvent, mark: string | null = null): Scope {
  return new EventScope(event, mark);
}

class EventScope implements Scope {
  readonly #event: FeedEvent;
  readonly #mark: string | null;
  /** What texts say that are JSON themselves; undefined where they are none. */
  #looks: Map<string, unknown> | null = null;
  #levels: readonly string[] | null = null;

  constructor(event: FeedEvent, mark: string | null) {
    this.#event = event;
    this.#mark = mark;
  }

  valueAt({ of, steps }: Path): unknown {
    let value = this.#start(of);
    for (const step of steps) {
      if (value === undefined || value === null) return undefined;
      value = stepInto(typeof value === 'string' ? this.#lookInto(value) : value, step);
    }
    return value;
  }

  #start(of: Path['of']): unknown {
    switch (of) {
      case null:
        return this.#event.data;
      case '$text':
        return this.#event.text;
      case '$name':
        return this.#event.name;
      case '$id':
        return this.#event.id;
      case '$mark':
        return this.#mark;
      case '$levels':
        this.#levels ??= this.#event.name.split('/', mostLevels);
        return this.#levels;
    }
  }

  #lookInto(text: string): unknown {
    if (!/^\s*[[{]/.test(text)) return undefined;
    this.#looks ??= new Map();
    if (this.#looks.has(text)) return this.#looks.get(text);
    if (this.#looks.size >= mostLooks) return undefined;
    const found = jsonOf(text);
    this.#looks.set(text, found);
    return found;
  }
}

/** Own properties only, so that `__proto__` and its like find nothing that was not sent. */
function stepInto(value: unknown, { key, index }: Step): unknown {
  if (Array.isArray(value)) {
    if (index !== null) return value.at(index);
    return key === 'length' ? value.length : undefined;
  }
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
