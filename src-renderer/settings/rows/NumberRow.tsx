import { createSignal } from 'solid-js';
import { useApp } from '../../app/context.ts';
import { type RowWords, SettingRow } from './SettingRow.tsx';

/** A whole number that is typed; taken when the field is left, or with Enter. */
export function NumberRow(
  props: RowWords & {
    readonly value: number;
    readonly least: number;
    readonly most: number;
    /** What is counted, after the number. */
    readonly unit: string;
    readonly onChange: (value: number) => void;
  },
) {
  const app = useApp();
  const [error, setError] = createSignal('');
  const take = (field: HTMLInputElement) => {
    const value = field.valueAsNumber;
    if (!Number.isInteger(value) || value < props.least || value > props.most) {
      setError(app.m().settings.numberBetween(props.least, props.most));
      return;
    }
    setError('');
    field.value = String(props.value);
    if (value !== props.value) props.onChange(value);
  };
  return (
    <SettingRow id={props.id} label={props.label} hint={props.hint} error={error()}>
      {(ids) => (
        <span class="number">
          <input
            id={ids.controlId}
            type="number"
            inputMode="numeric"
            min={props.least}
            max={props.most}
            value={props.value}
            aria-describedby={ids.describedBy}
            aria-invalid={error() !== ''}
            onChange={(event) => take(event.currentTarget)}
          />
          {props.unit}
        </span>
      )}
    </SettingRow>
  );
}
