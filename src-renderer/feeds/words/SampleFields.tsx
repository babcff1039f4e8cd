import { createUniqueId, Show } from 'solid-js';
import type { EventSample, FeedSystem } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { TextRow } from '../../settings/rows/TextRow.tsx';
import './palette.css';

/** An event to try the words on where none has come yet: the reader's own, or the one that stands there. */
export function SampleFields(props: {
  readonly system: FeedSystem;
  readonly sample: EventSample;
  readonly onChange: (sample: EventSample) => void;
}) {
  const app = useApp();
  const words = () => app.m().feeds.events;
  const textId = createUniqueId();
  const hintId = createUniqueId();
  const nameLabel = () => {
    const { system } = props;
    return system === 'websocket' ? null : words().sampleNames[system];
  };
  return (
    <details class="palette sample">
      <summary>{words().sample}</summary>
      <Show when={nameLabel()}>
        {(label) => (
          <TextRow
            id="feed-sample-name"
            label={label()}
            maxLength={1_024}
            value={props.sample.name}
            onInput={(name) => props.onChange({ ...props.sample, name })}
          />
        )}
      </Show>
      <div class="setting-row below">
        <div class="setting-words">
          <label for={textId}>{words().sampleText}</label>
          <p id={hintId} class="setting-hint">
            {words().sampleHint}
          </p>
        </div>
        <div class="setting-control">
          <textarea
            id={textId}
            class="setting-text feed-code"
            aria-describedby={hintId}
            rows={6}
            value={props.sample.text}
            maxLength={16_384}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            dir="ltr"
            onInput={(event) =>
              props.onChange({ ...props.sample, text: event.currentTarget.value })
            }
          />
        </div>
      </div>
    </details>
  );
}
