/** Objects whose keys are data (emoji names, request headers), not shape. */
const keyedByData = new Set(['reactions', 'reactionEmojis', 'emojis', 'headers', 'properties']);

/**
 * The paths of the keys that `expected` has and `actual` lacks. A list is compared by its first item,
 * and a value that is null on either side only by its being there.
 */
export function missingKeys(expected: unknown, actual: unknown, path = ''): string[] {
  if (Array.isArray(expected))
    return Array.isArray(actual) && expected.length > 0 && actual.length > 0
      ? missingKeys(expected[0], actual[0], `${path}[]`)
      : Array.isArray(actual)
        ? []
        : [path];
  if (typeof expected !== 'object' || expected === null) return [];
  if (actual === null) return [];
  if (typeof actual !== 'object') return [path];
  const found = new Map(Object.entries(actual));
  return Object.entries(expected).flatMap(([key, value]) => {
    const at = `${path}.${key}`;
    if (!found.has(key)) return [at];
    const isList = Array.isArray(value);
    return keyedByData.has(key) && !isList ? [] : missingKeys(value, found.get(key), at);
  });
}
