import { createUniqueId, For } from 'solid-js';
import { type RowWords, SettingRow } from './SettingRow.tsx';

/** One of a few. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** The language of the label, where it is not the window's. */
  readonly lang?: string | undefined;
}

/** One of a few, each seen: radio buttons drawn as a bar. */
export function ChoiceRow<T extends string>(
  props: RowWords & {
    readonly value: T;
    readonly options: readonly Choice<T>[];
    readonly onChoose: (value: T) => void;
  },
) {
  const name = createUniqueId();
  return (
    <SettingRow id={props.id} label={props.label} hint={props.hint} group below>
      {({ labelId, describedBy }) => (
        <div
          class="choices"
          role="radiogroup"
          aria-labelledby={labelId}
          aria-describedby={describedBy}
        >
          <For each={props.options}>
            {(option) => (
              <label class="choice" lang={option.lang}>
                <input
                  type="radio"
                  class="visually-hidden"
                  name={name}
                  checked={option.value === props.value}
                  onChange={() => props.onChoose(option.value)}
                />
                {option.label}
              </label>
            )}
          </For>
        </div>
      )}
    </SettingRow>
  );
}
