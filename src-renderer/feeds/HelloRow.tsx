import { useApp } from '../app/context.ts';
import { SettingRow } from '../settings/rows/SettingRow.tsx';
import type { FieldsProps } from './ConnectionFields.tsx';
import { EditRows } from './EditRows.tsx';

/** What is sent to a WebSocket once it is open. */
export function HelloRow(props: FieldsProps) {
  const app = useApp();
  const words = () => app.m().feeds.form;
  return (
    <SettingRow id="feed-hello" label={words().hello} hint={words().helloHint} group below>
      {(ids) => (
        <EditRows
          items={props.form.hello}
          labelId={ids.labelId}
          nameOf={words().helloNumber}
          removeLabel={words().removeRow}
          addLabel={words().helloAdd}
          most={20}
          fresh=""
          onChange={(hello) => props.onChange({ hello })}
        >
          {(text, index, change) => (
            <textarea
              class="setting-text feed-code"
              aria-label={words().helloNumber(index + 1)}
              aria-describedby={ids.describedBy}
              placeholder={'{"subscribe": "news"}'}
              value={text()}
              rows={2}
              maxLength={16_384}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              dir="ltr"
              onInput={(event) => change(event.currentTarget.value)}
            />
          )}
        </EditRows>
      )}
    </SettingRow>
  );
}
