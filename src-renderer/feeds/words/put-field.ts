import { type Accessor, createSignal } from 'solid-js';
import { withField } from './rule.ts';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** The field that takes what the reader picks of an event: the one that had the focus last. */
export interface FieldTarget {
  /** What it is called; null before any had the focus. */
  readonly label: Accessor<string | null>;
  /** `path`: it holds a path alone, without braces. */
  readonly take: (element: TextElement, label: string, kind: 'template' | 'path') => void;
  /** Puts a path in, and the focus behind it. */
  readonly put: (path: string) => void;
}

/** @param first the field that takes it before any other had the focus */
export function createFieldTarget(
  first: () => { readonly element: TextElement; readonly label: string } | undefined,
): FieldTarget {
  type Target = { element: TextElement; label: string; kind: 'template' | 'path' };
  const [target, setTarget] = createSignal<Target | null>(null);
  const current = (): Target | null => {
    const last = target();
    if (last?.element.isConnected) return last;
    const other = first();
    return other === undefined ? null : { ...other, kind: 'template' };
  };
  return {
    label: () => target()?.label ?? null,
    take: (element, label, kind) => setTarget({ element, label, kind }),
    put: (path) => {
      const into = current();
      if (into === null) return;
      const { element, kind } = into;
      const { value, selectionStart, selectionEnd } = element;
      // Before it had the focus, the caret counts as standing at its end.
      const start = target() === null ? value.length : (selectionStart ?? value.length);
      const end = target() === null ? value.length : (selectionEnd ?? value.length);
      const next =
        kind === 'path' ? { text: path, caret: path.length } : withField(value, path, start, end);
      element.value = next.text;
      element.dispatchEvent(new InputEvent('input', { bubbles: true }));
      element.focus();
      element.setSelectionRange(next.caret, next.caret);
    },
  };
}
