import { useApp } from '../app/context.ts';
import { Select } from '../settings/rows/Select.tsx';
import { SettingRow } from '../settings/rows/SettingRow.tsx';
import type { FieldsProps } from './ConnectionFields.tsx';
import type { Qos, TopicField } from './connection-form.ts';
import { EditRows } from './EditRows.tsx';

const levels = ['0', '1', '2'] as const;
const qosOf: Readonly<Record<(typeof levels)[number], Qos>> = { '0': 0, '1': 1, '2': 2 };

const noTopic: TopicField = { filter: '', qos: 1 };

/** The topics of an MQTT feed, each with how surely it is to be told. */
export function TopicRows(props: FieldsProps) {
  const app = useApp();
  const words = () => app.m().feeds.form;
  const isWrong = () => props.problems.topics !== undefined;
  return (
    <SettingRow
      id="feed-topics"
      label={words().topics}
      hint={words().topicsHint}
      error={isWrong() ? words().topicNeeded : ''}
      group
      below
    >
      {(ids) => (
        <EditRows
          items={props.form.topics}
          labelId={ids.labelId}
          nameOf={words().topicNumber}
          removeLabel={words().removeRow}
          addLabel={words().topicAdd}
          most={100}
          fresh={noTopic}
          onChange={(topics) => props.onChange({ topics })}
        >
          {(topic, index, change) => (
            <>
              <input
                type="text"
                class="setting-text"
                aria-label={words().topicNumber(index + 1)}
                aria-describedby={ids.describedBy}
                aria-invalid={isWrong() && index === 0}
                placeholder="home/+/temperature"
                value={topic().filter}
                maxLength={1_024}
                autocomplete="off"
                autocapitalize="off"
                spellcheck={false}
                dir="ltr"
                onInput={(event) => change({ ...topic(), filter: event.currentTarget.value })}
              />
              <Select
                label={words().qosOf(index + 1)}
                value={levels[topic().qos]}
                options={levels.map((value) => ({ value, label: words().qos[value] }))}
                onChoose={(level) => change({ ...topic(), qos: qosOf[level] })}
              />
            </>
          )}
        </EditRows>
      )}
    </SettingRow>
  );
}
