import { createEffect, createMemo, createSignal, on, onCleanup, Show } from 'solid-js';
import { unwrap } from 'solid-js/store';
import type { EventSample, FeedView, NoticeRule } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { ButtonRow } from '../../settings/rows/ButtonRow.tsx';
import { Group } from '../../settings/rows/Group.tsx';
import '../feeds.css';
import './events.css';
import { ruleInForce } from '../unsaved.ts';
import { EventList, noEventsText } from './EventList.tsx';
import { Preview } from './Preview.tsx';
import { createRulePreviews, type RulePreviews } from './previews.ts';
import { RuleForm } from './RuleForm.tsx';
import { plainCopy, sentRule } from './rule.ts';
import { SampleFields } from './SampleFields.tsx';
import { sampleFor } from './sample.ts';

/** How the events of a feed become notices, and the last ones that came. */
export function RuleEditor(props: { readonly feed: FeedView }) {
  const app = useApp();
  const words = () => app.m().feeds;
  const { feedDrafts, actions } = app;
  const id = () => props.feed.id;

  /** Null where the preset says it, and nobody writes anything else. */
  const written = createMemo(() => feedDrafts.rule(id()) ?? ruleInForce(props.feed));
  const tried = createMemo(
    () => {
      const rule = written();
      return rule === null ? null : sentRule(rule);
    },
    null,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const events = () => {
    const { feedEvents } = app.state;
    return feedEvents?.feedId === id() ? feedEvents.events : [];
  };
  const [ownSample, setOwnSample] = createSignal<EventSample | null>(null);
  const sample = () =>
    ownSample() ?? sampleFor(props.feed.connection.system, words().events.sampleWords);
  const previews = createRulePreviews({
    rule: tried,
    events,
    sample,
    tryRule: (rule) => actions.previewRule(id(), rule),
    trySample: (rule, event) => actions.previewSample(id(), rule, event),
    later: (act, delay) => {
      const timer = setTimeout(act, delay);
      return () => clearTimeout(timer);
    },
  });
  createEffect(
    on(
      () => {
        const newest = events()[0]?.n;
        return [tried(), newest, newest === undefined ? sample() : null];
      },
      () => previews.changed(),
    ),
  );
  onCleanup(previews.stop);
  const write = (rule: NoticeRule) => feedDrafts.keepRule(id(), rule);

  return (
    <>
      <Show
        when={written()}
        fallback={
          <FromPreset
            feed={props.feed}
            previews={previews}
            count={events().length}
            onOwn={() => write(plainCopy(props.feed.startRule))}
          />
        }
      >
        {(rule) => (
          <RuleForm
            feed={props.feed}
            rule={rule()}
            previews={previews}
            count={events().length}
            onChange={(changes) => write({ ...plainCopy(unwrap(rule())), ...changes })}
          />
        )}
      </Show>
      <Group title={words().events.title} hint={eventsHint()}>
        <Show
          when={events().length > 0}
          fallback={
            <>
              <div class="events-empty" role="status">
                <p>
                  <b>{words().events.empty}</b>
                </p>
                <p class="setting-hint">{noEventsText(props.feed, words().events)}</p>
              </div>
              <Show when={written() !== null}>
                <SampleFields
                  system={props.feed.connection.system}
                  sample={sample()}
                  onChange={setOwnSample}
                />
              </Show>
            </>
          }
        >
          <EventList
            events={events()}
            chosen={previews.chosen()}
            onChoose={(n) => previews.choose(n === previews.chosen() ? null : n)}
          />
        </Show>
      </Group>
    </>
  );

  function eventsHint(): string | undefined {
    const count = app.state.feedEvents?.feedId === id() ? app.state.feedEvents.count : 0;
    return count > 0 ? words().events.count(count) : undefined;
  }
}

/** A preset says what rings, and how; what it makes of the events is there to see. */
function FromPreset(props: {
  readonly feed: FeedView;
  readonly previews: RulePreviews;
  /** How many events there are. */
  readonly count: number;
  readonly onOwn: () => void;
}) {
  const app = useApp();
  const words = () => app.m().feeds.words;
  return (
    <Group title={words().title}>
      <Show when={props.count > 0}>
        <Preview rule={null} previews={props.previews} count={props.count} />
      </Show>
      <ButtonRow
        id="feed-words"
        label={words().fromPreset}
        hint={words().fromPresetHint(props.feed.preset ?? '')}
      >
        <button type="button" class="button small" onClick={() => props.onOwn()}>
          {words().own}
        </button>
      </ButtonRow>
    </Group>
  );
}
