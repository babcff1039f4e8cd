import { createSignal } from 'solid-js';
import { useApp } from '../../app/context.ts';
import type { RowIds } from './SettingRow.tsx';

/** Reads one line that was typed: an item as it is kept, or a sentence about what is wrong with it. */
export type ReadItems = (
  line: string,
) => { readonly ok: true; readonly item: string } | { readonly ok: false; readonly error: string };

/** A field whose lines go into a list; several lines may be pasted at once. */
export function AddField(props: {
  readonly ids: RowIds;
  readonly placeholder: string;
  /** What is in the list already. */
  readonly items: readonly string[];
  readonly read: ReadItems;
  readonly invalid: boolean;
  /** Called with a sentence for what cannot be taken, and with an empty one when that is over. */
  readonly onError: (error: string) => void;
  /** Called with what is new, at least one item. */
  readonly onAdd: (items: readonly string[]) => void;
}) {
  const app = useApp();
  const [text, setText] = createSignal('');

  const add = (lines: string) => {
    const typed = lines.split(/\r?\n/).filter((line) => line.trim() !== '');
    const read = typed.map(props.read);
    const wrong = read.find((result) => !result.ok);
    if (wrong !== undefined && !wrong.ok) {
      props.onError(wrong.error);
      return;
    }
    const items = new Set(read.flatMap((result) => (result.ok ? [result.item] : [])));
    const fresh = [...items].filter((item) => !props.items.includes(item));
    props.onError('');
    setText('');
    if (fresh.length > 0) props.onAdd(fresh);
  };

  return (
    <form
      class="list-add-field"
      onSubmit={(event) => {
        event.preventDefault();
        add(text());
      }}
    >
      <input
        id={props.ids.controlId}
        type="text"
        value={text()}
        placeholder={props.placeholder}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={512}
        aria-describedby={props.ids.describedBy}
        aria-invalid={props.invalid}
        onInput={(event) => {
          setText(event.currentTarget.value);
          props.onError('');
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text/plain') ?? '';
          if (!pasted.trim().includes('\n')) return;
          event.preventDefault();
          add(pasted);
        }}
      />
      <button type="submit" class="button small" disabled={text().trim() === ''}>
        {app.m().settings.add}
      </button>
    </form>
  );
}
