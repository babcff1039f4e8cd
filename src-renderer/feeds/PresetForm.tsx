import { createSignal, For, Show } from 'solid-js';
import type { PresetFieldView, PresetView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Group } from '../settings/rows/Group.tsx';
import { SelectRow } from '../settings/rows/SelectRow.tsx';
import { TextRow } from '../settings/rows/TextRow.tsx';
import { useAdding } from './adding.ts';
import { FormFoot, focusFirstInvalid } from './FormFoot.tsx';
import './feeds.css';
import { PresetsState } from './PresetsState.tsx';
import type { Presets } from './presets.ts';

/** Adds a feed by a preset, which asks for what it needs and no more. */
export function PresetForm(props: { readonly presets: Presets; readonly presetId: string }) {
  return (
    <PresetsState presets={props.presets}>
      <Show when={props.presets.all().find(({ id }) => id === props.presetId)}>
        {(preset) => <Form preset={preset()} />}
      </Show>
    </PresetsState>
  );
}

function Form(props: { readonly preset: PresetView }) {
  const app = useApp();
  const words = () => app.m().feeds.adding;
  const adding = useAdding(() => app.feedDrafts.keepValues(props.preset.id, null));
  const [isTried, setTried] = createSignal(false);

  const typedIn = ({ id, initial }: PresetFieldView) =>
    app.feedDrafts.values(props.preset.id)?.[id] ?? initial;
  const isMissing = (field: PresetFieldView) => !field.optional && typedIn(field).trim() === '';
  const type = (field: PresetFieldView, value: string) =>
    app.feedDrafts.keepValues(props.preset.id, {
      ...app.feedDrafts.values(props.preset.id),
      [field.id]: value,
    });
  const submit = (form: HTMLFormElement) => {
    setTried(true);
    const { id, fields } = props.preset;
    if (fields.some(isMissing)) {
      focusFirstInvalid(form);
      return;
    }
    const values = Object.fromEntries(fields.map((field) => [field.id, typedIn(field).trim()]));
    void adding.add(() => app.actions.addPresetFeed(id, values));
  };

  return (
    <form
      class="feed-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <Group title={props.preset.name} hint={props.preset.about}>
        <For each={props.preset.fields}>
          {(field) => (
            <Field
              field={field}
              value={typedIn(field)}
              error={isTried() && isMissing(field) ? words().needed : ''}
              onInput={(value) => type(field, value)}
            />
          )}
        </For>
      </Group>
      <FormFoot
        label={adding.isBusy() ? words().busy : words().submit}
        isBusy={adding.isBusy()}
        error={adding.error()}
      />
    </form>
  );
}

function Field(props: {
  readonly field: PresetFieldView;
  readonly value: string;
  readonly error: string;
  readonly onInput: (value: string) => void;
}) {
  const app = useApp();
  const id = () => `preset-${props.field.id}`;
  const kinds = { server: 'url', text: 'text', secret: 'password' } as const;
  const textKind = () => (props.field.kind === 'choice' ? null : kinds[props.field.kind]);
  return (
    <Show
      when={textKind()}
      fallback={
        <SelectRow
          id={id()}
          label={props.field.label}
          hint={props.field.hint}
          value={props.value}
          options={props.field.options}
          onChoose={props.onInput}
        />
      }
    >
      {(kind) => (
        <TextRow
          id={id()}
          label={props.field.label}
          hint={props.field.hint}
          kind={kind()}
          placeholder={props.field.optional ? app.m().feeds.adding.optional : ''}
          maxLength={4_096}
          value={props.value}
          error={props.error}
          onInput={props.onInput}
        />
      )}
    </Show>
  );
}
