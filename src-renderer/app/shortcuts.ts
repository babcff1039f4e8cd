import { onCleanup } from 'solid-js';
import { type Command, commandOf, type KeyFacts } from './keys.ts';

/**
 * Listens to the keys of the whole window. `carryOut` answers whether the command did something; a
 * key that did nothing keeps its usual meaning.
 */
export function useShortcuts(carryOut: (command: Command) => boolean): void {
  const onKeyDown = (event: KeyboardEvent) => {
    // A part of the window took the key, or something is above it that has keys of its own.
    if (event.defaultPrevented || event.isComposing || isCovered(event.target)) return;
    const command = commandOf({
      key: event.key,
      accelerated: (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey,
      modified: event.ctrlKey || event.altKey || event.metaKey,
      focus: focusKind(event.target),
    });
    if (command !== null && carryOut(command)) event.preventDefault();
  };
  window.addEventListener('keydown', onKeyDown);
  onCleanup(() => window.removeEventListener('keydown', onKeyDown));
}

function isCovered(target: EventTarget | null): boolean {
  if (document.querySelector('dialog, .composer, .emoji-picker') !== null) return true;
  return target instanceof Element && target.closest('[role="menu"]') !== null;
}

function focusKind(target: EventTarget | null): KeyFacts['focus'] {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input:not([type="radio"]), select, textarea') !== null) return 'text';
  if (target.closest('[role="tablist"], [type="radio"]') !== null) return 'widget';
  return 'page';
}
