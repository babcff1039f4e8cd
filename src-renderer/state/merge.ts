import { unwrap } from 'solid-js/store';

type Fields = Record<string, unknown>;

/**
 * Changes a part of the store in place until it equals `next`. What is the same thing by its id stays
 * the same object, wherever it moved, and only what differs is written: of a note that got a reaction
 * only that reaction's number is shown anew.
 *
 * @param draft what `produce` gives
 */
export function merge(draft: object, next: object): void {
  if (unwrap(draft) === next) return;
  if (isFields(draft) && isFields(next)) mergeFields(draft, next);
}

function mergeFields(draft: Fields, next: Fields): void {
  const before: Fields = unwrap(draft);
  for (const [name, value] of Object.entries(next)) {
    if (value === before[name]) continue;
    const child = draft[name];
    if (Array.isArray(child) && Array.isArray(value)) {
      const merged = mergedList(child, value);
      if (merged !== before[name]) draft[name] = merged;
    } else if (isObject(child) && isObject(value) && isSameThing(before[name], value)) {
      merge(child, value);
    } else {
      draft[name] = value;
    }
  }
  for (const name of Object.keys(before)) if (!Object.hasOwn(next, name)) delete draft[name];
}

/**
 * Changes the items of a list in place. The list itself is another one when any item has another place
 * than before: written one by one, hundreds of places would be told that they changed.
 */
function mergedList(draft: unknown[], next: readonly unknown[]): readonly unknown[] {
  const before: readonly unknown[] = unwrap(draft);
  const same = new Set(before);
  let places: Map<string, number> | null = null;
  const result = next.map((item, index) => {
    if (same.has(item)) return item;
    places ??= placesByName(before);
    const name = nameOf(item);
    // What has no name of its own is known by its place.
    const place = name === null ? index : places.get(name);
    if (place === undefined || place >= before.length) return item;
    if (name !== null) places.delete(name);
    return mergedItem(draft, before, place, item);
  });
  const isSame =
    result.length === before.length && result.every((item, index) => item === before[index]);
  return isSame ? before : result;
}

/** The item that stands there, changed; the new one where the two are not the same thing. */
function mergedItem(
  draft: readonly unknown[],
  before: readonly unknown[],
  place: number,
  item: unknown,
): unknown {
  const kept = before[place];
  if (!isObject(item) || !isSameThing(kept, item)) return item;
  const child = draft[place];
  if (Array.isArray(child) && Array.isArray(item)) return mergedList(child, item);
  if (!isObject(child)) return item;
  merge(child, item);
  return kept;
}

function placesByName(items: readonly unknown[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const name = nameOf(item);
    if (name !== null && !places.has(name)) places.set(name, index);
  }
  return places;
}

/** Whether both are versions of one thing: a list and a list, or objects of the same name. */
function isSameThing(a: unknown, b: unknown): boolean {
  return Array.isArray(a) === Array.isArray(b) && isObject(a) && nameOf(a) === nameOf(b);
}

/** What tells a thing from its neighbours; null for what has only its place. */
function nameOf(thing: unknown): string | null {
  if (!isFields(thing)) return null;
  const name = thing['id'] ?? thing['key'] ?? thing['userId'] ?? thing['n'];
  if (typeof name === 'number') return String(name);
  if (typeof name !== 'string') return null;
  const owner = thing['accountId'];
  return typeof owner === 'string' ? `${owner}\n${name}` : name;
}

function isFields(value: unknown): value is Fields {
  return isObject(value) && !Array.isArray(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
