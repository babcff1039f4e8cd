import { Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import { Menu } from '../frame/Menu.tsx';
import { Icon } from '../icons/Icon.tsx';
import { timelineIcons } from './timeline-icons.ts';

/** Which of the account's timelines is shown. */
export function TimelinePicker() {
  const app = useApp();
  const name = () => app.state.timeline?.name ?? app.nav.account()?.timeline ?? 'home';
  const words = () => app.m().timeline.names;
  return (
    <Show when={app.nav.account()}>
      {(account) => (
        <Menu
          class="timeline-picker"
          label={`${app.m().timeline.choose}: ${words()[name()]}`}
          trigger={
            <>
              <Icon name={timelineIcons[name()]} />
              <span class="timeline-picker-name">{words()[name()]}</span>
              <Icon name="chevron-down" />
            </>
          }
          entries={account().timelines.map((timeline) => ({
            kind: 'choice',
            icon: timelineIcons[timeline],
            label: words()[timeline],
            chosen: timeline === name(),
            run: () => app.actions.selectTimeline(account().id, timeline),
          }))}
        />
      )}
    </Show>
  );
}
