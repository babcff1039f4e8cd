import { createEffect, createSignal, on, Show } from 'solid-js';
import { useApp } from '../../app/context.ts';
import { ButtonRow } from '../rows/ButtonRow.tsx';
import { Group } from '../rows/Group.tsx';
import { SwitchRow } from '../rows/SwitchRow.tsx';
import { LongText } from './LongText.tsx';

/** What can be passed on to whoever helps, with a look at it before. */
export function Report() {
  const app = useApp();
  const words = () => app.m().diagnostics;
  const [withNames, setWithNames] = createSignal(false);
  const [isRead, setIsRead] = createSignal(false);
  const [text, setText] = createSignal<string | null>(null);

  let turn = 0;
  createEffect(
    on([isRead, withNames, () => app.state.diagnostics?.running], async ([wanted, names]) => {
      turn += 1;
      const mine = turn;
      if (!wanted) return;
      const answer = await app.actions.readReport(names);
      if (answer.ok && mine === turn) setText(answer.data);
    }),
  );
  const copy = async () => {
    const answer = await app.actions.copyReport(withNames());
    if (answer.ok) app.say({ kind: 'done', sentence: words().copied });
  };

  return (
    <Group title={words().report} hint={words().reportHint}>
      <SwitchRow
        id="report-names"
        label={words().withNames}
        hint={words().withNamesHint}
        checked={withNames()}
        onChange={setWithNames}
      />
      <ButtonRow id="report" label={words().share}>
        <button type="button" class="button" onClick={() => app.actions.saveReport(withNames())}>
          {words().save}
        </button>
        <button type="button" class="button primary" onClick={copy}>
          {words().copy}
        </button>
      </ButtonRow>
      <details class="unfolding" onToggle={(event) => setIsRead(event.currentTarget.open)}>
        <summary>{words().preview}</summary>
        <Show when={text()}>{(shown) => <LongText label={words().report} text={shown()} />}</Show>
      </details>
    </Group>
  );
}
