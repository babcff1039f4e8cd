import { createUniqueId, onMount, Show } from 'solid-js';

/** A labelled field of one line, with what is wrong with it below. */
export function TextField(props: {
  readonly label: string;
  readonly kind: 'url' | 'password';
  readonly placeholder?: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly error: string;
  readonly autofocus?: boolean;
}) {
  const id = createUniqueId();
  const errorId = createUniqueId();
  let input: HTMLInputElement | undefined;
  onMount(() => {
    if (props.autofocus === true) input?.focus();
  });
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        ref={input}
        id={id}
        // Not `url`: a bare host name is what one types here.
        type={props.kind === 'password' ? 'password' : 'text'}
        inputMode={props.kind === 'url' ? 'url' : 'text'}
        placeholder={props.placeholder ?? ''}
        value={props.value}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={4096}
        dir="ltr"
        aria-invalid={props.error !== ''}
        aria-describedby={errorId}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <p id={errorId} class="field-error" role="alert">
        <Show when={props.error}>{props.error}</Show>
      </p>
    </div>
  );
}
