import { type RowWords, SettingRow } from './SettingRow.tsx';

/** A setting that is on or off. */
export function SwitchRow(
  props: RowWords & {
    readonly checked: boolean;
    readonly disabled?: boolean;
    readonly onChange: (checked: boolean) => void;
  },
) {
  return (
    <SettingRow id={props.id} label={props.label} hint={props.hint}>
      {({ controlId, describedBy }) => (
        <input
          id={controlId}
          class="switch"
          type="checkbox"
          role="switch"
          aria-describedby={describedBy}
          checked={props.checked}
          aria-checked={props.checked}
          disabled={props.disabled}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            // It shows what is set; a change that is refused must not stay on the screen.
            event.currentTarget.checked = props.checked;
            props.onChange(checked);
          }}
        />
      )}
    </SettingRow>
  );
}
