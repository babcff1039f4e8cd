/**
 * The entry that a key leads to in an open menu, or null where the key means nothing there. Arrows go
 * round; a letter leads to the next entry that begins with it.
 *
 * @param current -1 when no entry has the focus
 */
export function nextEntry(key: string, labels: readonly string[], current: number): number | null {
  const count = labels.length;
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count;
    case 'ArrowUp':
      return (Math.max(current, 0) - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
  }
  if ([...key].length !== 1 || key === ' ') return null;
  const letter = key.toLocaleLowerCase();
  const order = labels.map((_, step) => (current + 1 + step) % count);
  return (
    order.find((index) => labels[index]?.trim().toLocaleLowerCase().startsWith(letter)) ?? null
  );
}
