import { type JSX, splitProps } from 'solid-js';
import { type RowWords, SettingRow } from './SettingRow.tsx';

/** Something that is done rather than set: the buttons stand at the end, or below with what they need. */
export function ButtonRow(
  props: RowWords & { readonly below?: boolean; readonly children: JSX.Element },
) {
  const [, words] = splitProps(props, ['children']);
  return (
    <SettingRow {...words} group>
      {({ labelId }) => (
        <fieldset class="setting-buttons" aria-labelledby={labelId}>
          {props.children}
        </fieldset>
      )}
    </SettingRow>
  );
}
