import { createMemo, createSignal, Show } from 'solid-js';
import type { AccountView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Menu, type MenuEntry } from '../frame/Menu.tsx';
import { Icon } from '../icons/Icon.tsx';
import { besideEntries, choiceEntries } from './picker-entries.ts';
import { timelineIcons, timelineName } from './timeline-name.ts';

/** Which of the account's timelines is shown, and what stands beside it. */
export function TimelinePicker() {
  const app = useApp();
  return <Show when={app.nav.account()}>{(account) => <Picker account={account()} />}</Show>;
}

function Picker(props: { readonly account: AccountView }) {
  const app = useApp();
  const words = () => app.m().timeline;
  const [isBeside, setBeside] = createSignal(false);
  const chosen = createMemo(() => {
    const { timelines, timeline } = props.account;
    return timelines.find(({ key }) => key === timeline) ?? timelines[0];
  });
  const name = () => {
    const pinned = chosen();
    return pinned === undefined ? '' : timelineName(pinned, words());
  };
  const add: MenuEntry = {
    kind: 'action',
    icon: 'plus',
    get label() {
      return words().add;
    },
    run: () => app.ask({ kind: 'timelines', accountId: props.account.id }),
  };
  const entries = (): readonly MenuEntry[] =>
    isBeside()
      ? besideEntries(app)
      : [
          ...choiceEntries(app, props.account),
          { kind: 'separator' },
          ...(app.nav.columns.hasRoom()
            ? [
                {
                  kind: 'action',
                  icon: 'layout-columns',
                  label: words().beside,
                  stays: true,
                  run: () => setBeside(true),
                } as const,
              ]
            : []),
          add,
        ];
  return (
    <Menu
      class="timeline-picker"
      label={`${words().choose}: ${name()}`}
      trigger={
        <>
          <Show when={chosen()}>
            {(pinned) => <Icon name={timelineIcons[pinned().spec.kind]} />}
          </Show>
          <bdi class="timeline-picker-name">{name()}</bdi>
          <Icon name="chevron-down" />
        </>
      }
      entries={entries()}
      onClosed={() => setBeside(false)}
    />
  );
}
