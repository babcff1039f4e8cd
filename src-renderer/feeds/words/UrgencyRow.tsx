import { createSignal, Show } from 'solid-js';
import { useApp } from '../../app/context.ts';
import { SelectRow } from '../../settings/rows/SelectRow.tsx';
import type { FieldTarget } from './put-field.ts';
import { type UrgencyChoice, urgencyChoice, urgencyTemplate } from './rule.ts';
import { TemplateRow } from './TemplateRow.tsx';

const choices: readonly UrgencyChoice[] = ['normal', 'low', 'critical', 'field'];

/** How urgent the notices are: always the same, or as the events say. */
export function UrgencyRow(props: {
  readonly urgency: string;
  readonly problem: string;
  readonly target: FieldTarget;
  readonly onChange: (urgency: string) => void;
}) {
  const app = useApp();
  const words = () => app.m().feeds.words;
  // While it is typed, a field's template may say anything, and nothing.
  const [isTyped, setTyped] = createSignal(false);
  const choice = () => (isTyped() ? 'field' : urgencyChoice(props.urgency));
  return (
    <>
      <SelectRow
        id="feed-urgency"
        label={words().urgency}
        hint={words().urgencyHints[choice()]}
        value={choice()}
        options={choices.map((value) => ({ value, label: words().urgencies[value] }))}
        onChoose={(chosen) => {
          setTyped(chosen === 'field');
          props.onChange(urgencyTemplate(chosen, props.urgency));
        }}
      />
      <Show when={choice() === 'field'}>
        <TemplateRow
          id="feed-urgency-field"
          label={words().urgencyField}
          value={props.urgency}
          problem={props.problem}
          target={props.target}
          onInput={(urgency) => {
            setTyped(true);
            props.onChange(urgency);
          }}
        />
      </Show>
    </>
  );
}
