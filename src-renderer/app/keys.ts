/** Steps through the list that is shown. */
export type ListMove = 'next' | 'previous' | 'first' | 'last';

/** What keys do to the note that has the focus. */
export type AnswerKey = 'reply' | 'react' | 'renote' | 'quote';

/** What a key means in the window at large. */
export type Command =
  | ListMove
  | AnswerKey
  | 'compose'
  | 'notices'
  | 'timeline'
  | 'reload'
  | 'find'
  | 'close'
  | 'help';

/** A key press, and what kind of thing has the focus. */
export interface KeyFacts {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /** Ctrl, Alt or Meta is held. */
  readonly modified: boolean;
  /** Ctrl or Meta is held, and nothing else. */
  readonly accelerated?: boolean;
  /** `text`: something one types into; `widget`: something that uses the arrows itself. */
  readonly focus: 'text' | 'widget' | 'page';
}

const letters: Readonly<Record<string, Command>> = {
  j: 'next',
  k: 'previous',
  r: 'reply',
  e: 'react',
  '+': 'react',
  t: 'renote',
  q: 'quote',
  n: 'compose',
  F5: 'reload',
  '1': 'notices',
  '2': 'timeline',
  '?': 'help',
};

const arrows: Readonly<Record<string, Command>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

/** The command of a key press, or null where the key is not Suzu's. */
export function commandOf({ key, modified, accelerated, focus }: KeyFacts): Command | null {
  if (accelerated && key.toLowerCase() === 'f') return 'find';
  if (modified) return null;
  if (key === 'Escape') return 'close';
  if (focus === 'text') return null;
  // With Caps Lock on, j is J.
  const letter = lookUp(letters, key.length === 1 ? key.toLowerCase() : key);
  return letter ?? (focus === 'page' ? lookUp(arrows, key) : null);
}

/** Where a step leads in a list: the index to go to, or null in an empty list. */
export function steppedIndex(
  move: ListMove,
  count: number,
  /** -1 when no item has the focus; `start` is where one steps in then. */
  current: number,
  start: number,
): number | null {
  if (count === 0) return null;
  switch (move) {
    case 'first':
      return 0;
    case 'last':
      return count - 1;
    case 'next':
      return current === -1 ? clamp(start, count) : clamp(current + 1, count);
    case 'previous':
      return current === -1 ? clamp(start, count) : clamp(current - 1, count);
  }
}

function clamp(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}

function lookUp(table: Readonly<Record<string, Command>>, key: string): Command | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}
