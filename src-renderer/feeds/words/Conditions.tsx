import { createUniqueId, For, Show } from 'solid-js';
import type { Condition } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { Select } from '../../settings/rows/Select.tsx';
import { SettingRow } from '../../settings/rows/SettingRow.tsx';
import { EditRows } from '../EditRows.tsx';
import type { FieldTarget } from './put-field.ts';
import { comparesWith, comparisons } from './rule.ts';

const noCondition: Condition = { field: '', is: 'is', value: '' };

/** What must be so for an event to ring. */
export function Conditions(props: {
  readonly when: readonly Condition[];
  /** Paths of the event that the rule is tried on. */
  readonly paths: readonly string[];
  readonly problemOf: (index: number) => string;
  readonly target: FieldTarget;
  readonly onChange: (when: readonly Condition[]) => void;
}) {
  const app = useApp();
  const words = () => app.m().feeds.words;
  const pathsId = createUniqueId();
  return (
    <SettingRow id="feed-when" label={words().when} hint={words().whenHint} group below>
      {(ids) => (
        <>
          <datalist id={pathsId}>
            <For each={props.paths}>{(path) => <option value={path} />}</For>
          </datalist>
          <EditRows
            items={props.when}
            labelId={ids.labelId}
            nameOf={words().whenNumber}
            removeLabel={app.m().feeds.form.removeRow}
            addLabel={words().whenAdd}
            most={50}
            fresh={noCondition}
            onChange={props.onChange}
          >
            {(condition, index, change) => (
              <ConditionRow
                condition={condition()}
                number={index + 1}
                pathsId={pathsId}
                problem={props.problemOf(index)}
                target={props.target}
                onChange={change}
              />
            )}
          </EditRows>
        </>
      )}
    </SettingRow>
  );
}

function ConditionRow(props: {
  readonly condition: Condition;
  readonly number: number;
  readonly pathsId: string;
  readonly problem: string;
  readonly target: FieldTarget;
  readonly onChange: (next: Condition) => void;
}) {
  const app = useApp();
  const words = () => app.m().feeds.words;
  const problemId = createUniqueId();
  const describedBy = () => (props.problem === '' ? undefined : problemId);
  return (
    <>
      <input
        type="text"
        class="setting-text feed-template feed-when-field"
        list={props.pathsId}
        aria-label={words().whenFieldOf(props.number)}
        aria-describedby={describedBy()}
        aria-invalid={props.problem !== ''}
        placeholder={words().whenField}
        value={props.condition.field}
        maxLength={512}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        dir="ltr"
        onFocus={(event) =>
          props.target.take(event.currentTarget, words().whenFieldOf(props.number), 'path')
        }
        onInput={(event) =>
          props.onChange({ ...props.condition, field: event.currentTarget.value })
        }
      />
      <Select
        label={words().whenIs(props.number)}
        value={props.condition.is}
        options={comparisons.map((value) => ({ value, label: words().comparisons[value] }))}
        onChoose={(is) => props.onChange({ ...props.condition, is })}
      />
      <Show when={comparesWith(props.condition.is)}>
        <input
          type="text"
          class="setting-text feed-when-value"
          aria-label={words().whenValueOf(props.number)}
          aria-describedby={describedBy()}
          placeholder={words().whenValue}
          value={props.condition.value}
          maxLength={4_096}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          dir="auto"
          onInput={(event) =>
            props.onChange({ ...props.condition, value: event.currentTarget.value })
          }
        />
      </Show>
      <p id={problemId} class="feed-problem">
        {props.problem}
      </p>
    </>
  );
}
