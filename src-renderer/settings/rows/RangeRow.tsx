import { createEffect, createSignal } from 'solid-js';
import { type RowWords, SettingRow } from './SettingRow.tsx';

/** A number on a scale, for which its place matters more than its value. Taken when it is let go. */
export function RangeRow(
  props: RowWords & {
    readonly value: number;
    readonly least: number;
    readonly most: number;
    readonly step: number;
    /** The value as one reads it. */
    readonly text: (value: number) => string;
    readonly onChange: (value: number) => void;
  },
) {
  const [shown, setShown] = createSignal(props.value);
  createEffect(() => setShown(props.value));
  return (
    <SettingRow id={props.id} label={props.label} hint={props.hint} below>
      {({ controlId, describedBy }) => (
        <span class="range">
          <input
            id={controlId}
            type="range"
            min={props.least}
            max={props.most}
            step={props.step}
            value={shown()}
            aria-describedby={describedBy}
            aria-valuetext={props.text(shown())}
            onInput={(event) => setShown(event.currentTarget.valueAsNumber)}
            onChange={(event) => {
              const value = event.currentTarget.valueAsNumber;
              setShown(props.value);
              props.onChange(value);
            }}
          />
          <output for={controlId}>{props.text(shown())}</output>
        </span>
      )}
    </SettingRow>
  );
}
