import type { Choice } from './ChoiceRow.tsx';
import { Select } from './Select.tsx';
import { type RowWords, SettingRow } from './SettingRow.tsx';

/** One of several, in the system's own list. */
export function SelectRow<T extends string>(
  props: RowWords & {
    readonly value: T;
    readonly options: readonly Choice<T>[];
    readonly onChoose: (value: T) => void;
  },
) {
  return (
    <SettingRow id={props.id} label={props.label} hint={props.hint}>
      {(ids) => (
        <Select
          id={ids.controlId}
          describedBy={ids.describedBy}
          value={props.value}
          options={props.options}
          onChoose={props.onChoose}
        />
      )}
    </SettingRow>
  );
}
