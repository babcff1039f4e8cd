/** Levels of what stands in a value; what is deeper is left out. */
const deepest = 20;

/** Whether something can be looked into by names. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A value of JSON as a person reads it, of at most `most` UTF-16 units: an array as its entries with commas,
 * an object as JSON, and nothing for what is null, missing or empty. Costs no more than what it returns.
 */
export function textOf(value: unknown, most: number): string {
  switch (typeof value) {
    case 'string':
      return value.slice(0, most);
    case 'number':
    case 'boolean':
      return String(value).slice(0, most);
    default:
  }
  const text = new BoundedText(most);
  if (Array.isArray(value)) writeEntries(value, text);
  else if (isObject(value) && !isEmpty(value)) writeJson(value, text, 0);
  return text.text;
}

/** A text that stops growing where it is full. */
class BoundedText {
  readonly #most: number;
  text = '';

  constructor(most: number) {
    this.#most = most;
  }

  get room(): number {
    return this.#most - this.text.length;
  }

  add(more: string): void {
    this.text += more.slice(0, this.room);
  }
}

function writeEntries(entries: readonly unknown[], text: BoundedText): void {
  let looked = 0;
  for (const entry of entries) {
    // Entries that say nothing are bounded, too.
    looked += 1;
    if (text.room <= 0 || looked > 10_000) return;
    if (entry === null || entry === undefined || entry === '') continue;
    if (text.text !== '') text.add(', ');
    if (typeof entry === 'object') writeJson(entry, text, 1);
    else text.add(textOf(entry, text.room));
  }
}

function writeJson(value: unknown, text: BoundedText, depth: number): void {
  if (text.room <= 0) return;
  if (Array.isArray(value) || isObject(value)) {
    if (depth > deepest) text.add('…');
    else if (Array.isArray(value)) writeArray(value, text, depth);
    else writeObject(value, text, depth);
  } else {
    text.add(JSON.stringify(typeof value === 'string' ? value.slice(0, text.room) : value) ?? '');
  }
}

function writeArray(entries: readonly unknown[], text: BoundedText, depth: number): void {
  let before = '[';
  for (const entry of entries) {
    if (text.room <= 0) return;
    text.add(before);
    before = ',';
    writeJson(entry, text, depth + 1);
  }
  text.add(before === '[' ? '[]' : ']');
}

function writeObject(
  object: Readonly<Record<string, unknown>>,
  text: BoundedText,
  depth: number,
): void {
  let before = '{';
  // Not `Object.entries`, which would copy all of a large one for the start of it.
  for (const key in object) {
    if (text.room <= 0) return;
    if (!Object.hasOwn(object, key)) continue;
    text.add(`${before}${JSON.stringify(key.slice(0, text.room))}:`);
    before = ',';
    writeJson(object[key], text, depth + 1);
  }
  text.add(before === '{' ? '{}' : '}');
}

function isEmpty(object: Readonly<Record<string, unknown>>): boolean {
  for (const key in object) if (Object.hasOwn(object, key)) return false;
  return true;
}
