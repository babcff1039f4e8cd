import { Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import { SettingRow } from '../settings/rows/SettingRow.tsx';
import { TextRow } from '../settings/rows/TextRow.tsx';
import type { FieldsProps } from './ConnectionFields.tsx';
import { type HeaderField, isElsewhere } from './connection-form.ts';
import { EditRows } from './EditRows.tsx';

const noHeader: HeaderField = { name: '', value: '', isKept: false };

/** What a feed proves itself with. What is kept is never shown, and can be replaced. */
export function AccessFields(props: FieldsProps) {
  const app = useApp();
  const words = () => app.m().feeds.form;
  const isWrong = () => props.problems.headers !== undefined;
  const isNew = () => isElsewhere(props.form);
  const isPasswordKept = () => props.form.isPasswordKept && !isNew();
  return (
    <>
      <TextRow
        id="feed-username"
        label={words().username}
        maxLength={8_192}
        value={props.form.username}
        onInput={(username) => props.onChange({ username })}
      />
      <TextRow
        id="feed-password"
        label={words().password}
        kind="password"
        placeholder={isPasswordKept() ? words().kept : ''}
        maxLength={8_192}
        value={props.form.password}
        onInput={(password) => props.onChange({ password, isPasswordKept: false })}
      />
      <Show when={isPasswordKept()}>
        <div class="feed-forget">
          <button
            type="button"
            class="text-button"
            onClick={(event) => {
              // The button goes with what it forgets.
              const row = event.currentTarget.parentElement?.previousElementSibling;
              row?.querySelector('input')?.focus();
              props.onChange({ isPasswordKept: false, password: '' });
            }}
          >
            {words().forgetPassword}
          </button>
        </div>
      </Show>
      <SettingRow
        id="feed-headers"
        label={words().headers}
        hint={words().headersHint}
        error={isWrong() ? words().headerWrong : ''}
        group
        below
      >
        {(ids) => (
          <EditRows
            items={props.form.headers}
            labelId={ids.labelId}
            nameOf={words().headerNumber}
            removeLabel={words().removeRow}
            addLabel={words().headerAdd}
            most={50}
            fresh={noHeader}
            onChange={(headers) => props.onChange({ headers })}
          >
            {(header, index, change) => (
              <HeaderRow
                header={isNew() ? { ...header(), isKept: false } : header()}
                number={index + 1}
                isWrong={isWrong()}
                describedBy={ids.describedBy}
                onChange={change}
              />
            )}
          </EditRows>
        )}
      </SettingRow>
    </>
  );
}

function HeaderRow(props: {
  readonly header: HeaderField;
  readonly number: number;
  readonly isWrong: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (next: HeaderField) => void;
}) {
  const app = useApp();
  const words = () => app.m().feeds.form;
  const lacks = (text: string) =>
    props.isWrong &&
    text.trim() === '' &&
    !props.header.isKept &&
    (props.header.name + props.header.value).trim() !== '';
  return (
    <>
      <input
        type="text"
        class="setting-text feed-header-name"
        aria-label={words().headerNameOf(props.number)}
        aria-describedby={props.describedBy}
        aria-invalid={lacks(props.header.name)}
        placeholder={words().headerName}
        // The value in the main process is that of this name.
        readOnly={props.header.isKept}
        value={props.header.name}
        maxLength={128}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        dir="ltr"
        onInput={(event) => props.onChange({ ...props.header, name: event.currentTarget.value })}
      />
      <input
        type="password"
        class="setting-text feed-header-value"
        aria-label={words().headerValueOf(props.number)}
        aria-invalid={lacks(props.header.value)}
        placeholder={props.header.isKept ? words().kept : words().headerValue}
        value={props.header.value}
        maxLength={8_192}
        autocomplete="off"
        dir="ltr"
        onInput={(event) =>
          props.onChange({ ...props.header, value: event.currentTarget.value, isKept: false })
        }
      />
    </>
  );
}
