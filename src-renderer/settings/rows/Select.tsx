import { createEffect, For } from 'solid-js';
import { Icon } from '../../icons/Icon.tsx';
import type { Choice } from './ChoiceRow.tsx';
import './rows.css';

/** One of several, in the system's own list. Has a name by `id` and a label for it, or by `label`. */
export function Select<T extends string>(props: {
  readonly id?: string;
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly value: T;
  readonly options: readonly Choice<T>[];
  readonly onChoose: (value: T) => void;
}) {
  let select: HTMLSelectElement | undefined;
  // After the options are there: before, there is nothing to select.
  createEffect(() => {
    const index = props.options.findIndex(({ value }) => value === props.value);
    if (select !== undefined) select.selectedIndex = index;
  });
  return (
    <span class="select">
      <select
        ref={select}
        id={props.id}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        onChange={(event) => {
          const chosen = props.options[event.currentTarget.selectedIndex];
          // It shows what is set; a change that is refused must not stay on the screen.
          event.currentTarget.selectedIndex = props.options.findIndex(
            ({ value }) => value === props.value,
          );
          if (chosen !== undefined) props.onChoose(chosen.value);
        }}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} lang={option.lang}>
              {option.label}
            </option>
          )}
        </For>
      </select>
      <Icon name="chevron-down" />
    </span>
  );
}
