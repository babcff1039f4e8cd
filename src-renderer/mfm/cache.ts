/**
 * Keeps what was made from a text, for the `capacity` texts used last. The returned function gives
 * the kept value or makes it.
 */
export function createCache<T>(capacity: number): (text: string, make: () => T) => T {
  const entries = new Map<string, T>();
  return (text, make) => {
    const known = entries.get(text);
    const value = known ?? make();
    // A Map keeps the order of insertion: the first key is the one not used for longest.
    entries.delete(text);
    entries.set(text, value);
    if (entries.size > capacity) {
      const oldest = entries.keys().next();
      if (oldest.done !== true) entries.delete(oldest.value);
    }
    return value;
  };
}
