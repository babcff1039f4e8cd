import { Match, Switch } from 'solid-js';
import { useApp } from '../app/context.ts';
import { Group } from '../settings/rows/Group.tsx';
import { SelectRow } from '../settings/rows/SelectRow.tsx';
import { SwitchRow } from '../settings/rows/SwitchRow.tsx';
import { TextRow } from '../settings/rows/TextRow.tsx';
import { AccessFields } from './AccessFields.tsx';
import { type ConnectionForm, type FormProblems, isElsewhere, schemes } from './connection-form.ts';
import './feeds.css';
import { HelloRow } from './HelloRow.tsx';
import { TopicRows } from './TopicRows.tsx';

export interface FieldsProps {
  readonly form: ConnectionForm;
  readonly problems: FormProblems;
  readonly onChange: (changes: Partial<ConnectionForm>) => void;
}

/** Everything that can be said about how a feed is reached. */
export function ConnectionFields(props: FieldsProps) {
  const app = useApp();
  const words = () => app.m().feeds.form;
  const addressError = () => {
    const problem = props.problems.url;
    if (problem === undefined) return '';
    const [safe, plain] = schemes[props.form.system];
    return problem === 'addressWrong'
      ? words().addressWrong(words().or(safe, plain))
      : words().addressNeeded;
  };
  return (
    <>
      <div class="setting-box">
        <TextRow
          id="feed-address"
          label={words().address}
          kind="url"
          placeholder={`${schemes[props.form.system][0]}example.org/${paths[props.form.system]}`}
          value={props.form.url}
          error={addressError()}
          onInput={(url) => props.onChange({ url })}
        />
        <TextRow
          id="feed-name"
          label={words().name}
          hint={words().nameHint}
          maxLength={100}
          value={props.form.name}
          onInput={(name) => props.onChange({ name })}
        />
        <Switch>
          <Match when={props.form.system === 'sse'}>
            <TextRow
              id="feed-events"
              label={words().events}
              hint={words().eventsHint}
              maxLength={4_096}
              value={props.form.events}
              onInput={(events) => props.onChange({ events })}
            />
          </Match>
          <Match when={props.form.system === 'websocket'}>
            <HelloRow {...props} />
          </Match>
          <Match when={props.form.system === 'mqtt'}>
            <TopicRows {...props} />
            <SwitchRow
              id="feed-persistent"
              label={words().persistent}
              hint={words().persistentHint}
              checked={props.form.persistent}
              onChange={(persistent) => props.onChange({ persistent })}
            />
            <SwitchRow
              id="feed-retained"
              label={words().retained}
              hint={words().retainedHint}
              checked={props.form.retained}
              onChange={(retained) => props.onChange({ retained })}
            />
          </Match>
        </Switch>
      </div>
      <Group
        title={words().access}
        hint={isElsewhere(props.form) ? words().accessElsewhere : words().accessHint}
      >
        <AccessFields {...props} />
      </Group>
      <details class="feed-more">
        <summary>{words().more}</summary>
        <div class="setting-box">
          <Switch fallback={<StreamMore {...props} />}>
            <Match when={props.form.system === 'mqtt'}>
              <MqttMore {...props} />
            </Match>
          </Switch>
        </div>
      </details>
    </>
  );
}

/** What an address may look like behind its host. */
const paths = { sse: 'events', websocket: 'socket', mqtt: 'mqtt' } as const;

function StreamMore(props: FieldsProps) {
  const app = useApp();
  const words = () => app.m().feeds.form;
  return (
    <>
      <Switch>
        <Match when={props.form.system === 'websocket'}>
          <TextRow
            id="feed-protocols"
            label={words().protocols}
            hint={words().protocolsHint}
            maxLength={4_096}
            value={props.form.protocols}
            onInput={(protocols) => props.onChange({ protocols })}
          />
        </Match>
      </Switch>
      <TextRow
        id="feed-silence"
        label={words().silence}
        hint={words().silenceHint}
        kind="number"
        value={props.form.silentAfter}
        error={props.problems.silentAfter === undefined ? '' : words().silenceWrong}
        onInput={(silentAfter) => props.onChange({ silentAfter })}
      />
      <TextRow
        id="feed-resume-parameter"
        label={words().resumeParameter}
        hint={words().resumeHint}
        placeholder="since"
        maxLength={128}
        value={props.form.resumeParameter}
        error={props.problems.resume === undefined ? '' : words().resumeWrong}
        onInput={(resumeParameter) => props.onChange({ resumeParameter })}
      />
      <TextRow
        id="feed-resume-value"
        label={words().resumeValue}
        placeholder="{id}"
        maxLength={1_024}
        value={props.form.resumeValue}
        invalid={props.problems.resume !== undefined}
        onInput={(resumeValue) => props.onChange({ resumeValue })}
      />
    </>
  );
}

function MqttMore(props: FieldsProps) {
  const app = useApp();
  const words = () => app.m().feeds.form;
  return (
    <>
      <SelectRow
        id="feed-version"
        label={words().version}
        value={props.form.version === 4 ? '4' : '5'}
        options={[
          { value: '5' as const, label: words().versions['5'] },
          { value: '4' as const, label: words().versions['4'] },
        ]}
        onChoose={(version) => props.onChange({ version: version === '4' ? 4 : 5 })}
      />
      <TextRow
        id="feed-client-id"
        label={words().clientId}
        hint={words().clientIdHint}
        maxLength={128}
        value={props.form.clientId}
        error={props.problems.clientId === undefined ? '' : words().clientIdNeeded}
        onInput={(clientId) => props.onChange({ clientId })}
      />
    </>
  );
}
