import { Show } from 'solid-js';
import { SettingRow } from '../../settings/rows/SettingRow.tsx';
import type { FieldTarget } from './put-field.ts';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** One template of a rule; what is wrong with it is said below, without raising a voice at each key. */
export function TemplateRow(props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly lines?: boolean;
  readonly placeholder?: string;
  readonly problem: string;
  readonly target: FieldTarget;
  readonly ref?: (element: TextElement) => void;
  readonly onInput: (value: string) => void;
}) {
  const problemId = () => `${props.id}-problem`;
  return (
    <SettingRow id={props.id} label={props.label} hint={props.hint} below>
      {(ids) => {
        const shared = () => ({
          id: ids.controlId,
          class: 'setting-text feed-template',
          value: props.value,
          placeholder: props.placeholder ?? '',
          maxLength: 4_096,
          autocapitalize: 'off' as const,
          spellcheck: false,
          dir: 'auto' as const,
          'aria-describedby': [ids.describedBy, props.problem === '' ? '' : problemId()]
            .filter(Boolean)
            .join(' '),
          'aria-invalid': props.problem !== '',
          onFocus: (event: FocusEvent & { readonly currentTarget: TextElement }) =>
            props.target.take(event.currentTarget, props.label, 'template'),
          onInput: (event: InputEvent & { readonly currentTarget: TextElement }) =>
            props.onInput(event.currentTarget.value),
        });
        return (
          <>
            <Show
              when={props.lines}
              fallback={
                <input
                  ref={(element) => props.ref?.(element)}
                  type="text"
                  autocomplete="off"
                  {...shared()}
                />
              }
            >
              <textarea ref={(element) => props.ref?.(element)} rows={2} {...shared()} />
            </Show>
            <p id={problemId()} class="feed-problem">
              {props.problem}
            </p>
          </>
        );
      }}
    </SettingRow>
  );
}
