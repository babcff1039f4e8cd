import { nextEntry } from '../frame/menu-keys.ts';

/** Lets the arrows, Home, End and first letters go through the entries of a list. */
export function stepThrough(event: KeyboardEvent & { readonly currentTarget: Element }): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('.settings-entry')];
  const next = nextEntry(
    event.key,
    entries.map((entry) => entry.textContent ?? ''),
    entries.findIndex((entry) => entry.matches(':focus')),
  );
  if (next === null) return;
  event.preventDefault();
  entries[next]?.focus();
}
