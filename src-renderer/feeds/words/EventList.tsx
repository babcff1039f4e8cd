import { For, Show } from 'solid-js';
import type { FeedEventView, FeedView } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { Age } from '../../time/Age.tsx';
import './events.css';

/** The last events as they come, with what became of each; the chosen one is shown whole. */
export function EventList(props: {
  readonly events: readonly FeedEventView[];
  readonly chosen: number | null;
  readonly onChoose: (n: number) => void;
}) {
  const app = useApp();
  const words = () => app.m().feeds.events;
  return (
    <ul class="events" aria-label={words().list}>
      <For each={props.events}>
        {(event) => (
          <li class="event" data-outcome={event.outcome}>
            <button
              type="button"
              class="event-open"
              aria-expanded={event.n === props.chosen}
              onClick={() => props.onChoose(event.n)}
            >
              <span class="event-head">
                <Show when={event.name}>
                  <bdi class="event-name">{event.name}</bdi>
                </Show>
                <span class="event-outcome">{words().outcomes[event.outcome]}</span>
                <span class="event-age">
                  <Age at={event.at} />
                </span>
              </span>
              <Show when={event.n !== props.chosen}>
                <bdi class="event-start">{event.text || words().noText}</bdi>
              </Show>
            </button>
            <Show when={event.n === props.chosen}>
              <p class="event-text" dir="auto">
                {event.text || words().noText}
              </p>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

/** Why nothing is there yet. */
export function noEventsText(
  feed: Pick<FeedView, 'on' | 'connection'>,
  words: ReturnType<ReturnType<typeof useApp>['m']>['feeds']['events'],
): string {
  return words.emptyTexts[feed.on ? feed.connection.system : 'off'];
}
