import { createSignal, createUniqueId, For, Show } from 'solid-js';
import type { TimelineSpec } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { usualSwitches } from '../timeline/timeline-name.ts';
import { type Match, mostTags, tagSets, tagsIn } from './tags.ts';

const matches: readonly Match[] = ['all', 'any'];

/** A timeline of what has some hashtags. */
export function HashtagForm(props: { readonly onPin: (spec: TimelineSpec) => Promise<boolean> }) {
  const app = useApp();
  const words = () => app.m().pins;
  const inputId = createUniqueId();
  const errorId = createUniqueId();
  const [text, setText] = createSignal('');
  const [match, setMatch] = createSignal<Match>('all');
  const [error, setError] = createSignal('');
  const isSeveral = () => tagsIn(text()).length > 1;

  const problemWith = (tags: readonly string[]) => {
    if (tags.length === 0) return words().tagsNeeded;
    return tags.length > mostTags ? words().tagsMany : '';
  };
  const pin = async (event: Event) => {
    event.preventDefault();
    const tags = tagsIn(text());
    setError(problemWith(tags));
    if (error() !== '') return;
    const spec: TimelineSpec = {
      kind: 'hashtag',
      anyOf: tagSets(tags, match()),
      switches: usualSwitches,
    };
    if (await props.onPin(spec)) setText('');
  };

  return (
    <section class="pins-part">
      <h4>{words().hashtag}</h4>
      <form class="pins-tags" onSubmit={pin} noValidate>
        <div class="field">
          <label for={inputId}>{words().tags}</label>
          <div class="pins-tags-row">
            <input
              id={inputId}
              type="text"
              placeholder={words().tagsHint}
              value={text()}
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              maxLength={1024}
              aria-invalid={error() !== ''}
              aria-describedby={errorId}
              onInput={(event) => {
                setText(event.currentTarget.value);
                setError('');
              }}
            />
            <button type="submit" class="button">
              {words().pinTags}
            </button>
          </div>
          <p id={errorId} class="field-error" role="alert">
            <Show when={error()}>{error()}</Show>
          </p>
        </div>
        <Show when={isSeveral()}>
          <fieldset class="pin-switches">
            <legend>{words().match}</legend>
            <For each={matches}>
              {(value) => (
                <label class="pin-switch">
                  <input
                    type="radio"
                    name={inputId}
                    checked={match() === value}
                    onChange={() => setMatch(value)}
                  />
                  {words()[value]}
                </label>
              )}
            </For>
          </fieldset>
        </Show>
      </form>
    </section>
  );
}
