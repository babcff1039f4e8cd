import { type RowWords, SettingRow } from './SettingRow.tsx';

/** One line of text that is taken together with other rows, by a button of theirs. */
export function TextRow(
  props: RowWords & {
    readonly value: string;
    readonly onInput: (value: string) => void;
    readonly kind?: 'text' | 'url' | 'number' | 'password';
    readonly placeholder?: string | undefined;
    readonly invalid?: boolean;
    /** What is wrong with it; empty = nothing. */
    readonly error?: string | undefined;
    /** In UTF-16 units. */
    readonly maxLength?: number;
  },
) {
  const inputMode = () =>
    props.kind === 'url' ? 'url' : props.kind === 'number' ? 'numeric' : 'text';
  return (
    <SettingRow id={props.id} label={props.label} hint={props.hint} error={props.error} below>
      {(ids) => (
        <input
          id={ids.controlId}
          class="setting-text"
          type={props.kind === 'password' ? 'password' : 'text'}
          inputMode={inputMode()}
          value={props.value}
          placeholder={props.placeholder ?? ''}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={props.maxLength ?? (props.kind === 'url' ? 4_096 : 255)}
          dir={props.kind === 'url' ? 'ltr' : 'auto'}
          aria-describedby={ids.describedBy}
          aria-invalid={props.invalid === true || Boolean(props.error)}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </SettingRow>
  );
}
