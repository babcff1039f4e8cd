import { createUniqueId, For } from 'solid-js';

/** One of a few, each seen: radio buttons drawn as a bar. */
export function ChoiceGroup<T extends string>(props: {
  readonly legend: string;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly lang?: string;
  }[];
  readonly onChoose: (value: T) => void;
}) {
  const name = createUniqueId();
  return (
    <fieldset class="settings-group">
      <legend>{props.legend}</legend>
      <div class="choices">
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
    </fieldset>
  );
}
