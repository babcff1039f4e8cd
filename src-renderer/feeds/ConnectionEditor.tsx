import { createSignal, Show, untrack } from 'solid-js';
import type { FeedView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { ConnectionFields } from './ConnectionFields.tsx';
import { connectionOf, formOf, nameOf, problemsOf, secretsOf } from './connection-form.ts';
import { FormFoot, focusFirstInvalid } from './FormFoot.tsx';
import './feeds.css';
import { isFormChanged } from './unsaved.ts';

/** How a feed is reached and called, to be changed; folded, for that is rare. */
export function ConnectionEditor(props: { readonly feed: FeedView }) {
  const app = useApp();
  const words = () => app.m().feeds;
  const { feedDrafts } = app;
  const [isOpen, setOpen] = createSignal(false);
  const isChanged = () => isFormChanged(props.feed, feedDrafts.form(props.feed.id));
  // What was lost is to be typed there.
  const startsOpen = untrack(() => isChanged() || props.feed.has.lost);
  return (
    <details
      class="feed-fold"
      open={startsOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span class="feed-words">
          <span>{words().page.connection}</span>
          <span class="setting-hint">{words().page.connectionHint}</span>
        </span>
        <Show when={isChanged()}>
          <span class="account-card-mark">{words().unsaved}</span>
        </Show>
        <Icon name="chevron-down" />
      </summary>
      <Show when={isOpen()}>
        <Editor feed={props.feed} />
      </Show>
    </details>
  );
}

function Editor(props: { readonly feed: FeedView }) {
  const app = useApp();
  const words = () => app.m().feeds.form;
  const { feedDrafts } = app;
  const [isTried, setTried] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);
  const [error, setError] = createSignal('');
  const kept = () => formOf(props.feed);
  const form = () => feedDrafts.form(props.feed.id) ?? kept();
  const problems = () => problemsOf(form());
  const isChanged = () => isFormChanged(props.feed, feedDrafts.form(props.feed.id));

  const save = async (element: HTMLFormElement) => {
    setTried(true);
    if (Object.keys(problems()).length > 0) {
      focusFirstInvalid(element);
      return;
    }
    const { id } = props.feed;
    const typed = form();
    setBusy(true);
    setError('');
    const result = await app.actions.changeFeed(id, {
      name: nameOf(typed),
      connection: connectionOf(typed),
      secrets: secretsOf(typed),
    });
    setBusy(false);
    if (result.ok) {
      // What was typed meanwhile is not saved yet.
      if (feedDrafts.form(id) === typed) feedDrafts.keepForm(id, null);
      setTried(false);
      app.say({ kind: 'done', sentence: words().saved });
    } else setError(result.error || app.m().app.callFailed);
  };
  const discard = () => {
    const { id } = props.feed;
    const before = form();
    feedDrafts.keepForm(id, null);
    setTried(false);
    setError('');
    app.say({
      kind: 'done',
      sentence: app.m().feeds.words.discarded,
      undo: () => feedDrafts.keepForm(id, before),
    });
  };

  return (
    <form
      class="feed-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy()) void save(event.currentTarget);
      }}
    >
      <ConnectionFields
        form={form()}
        problems={isTried() ? problems() : {}}
        onChange={(changes) => feedDrafts.keepForm(props.feed.id, { ...form(), ...changes })}
      />
      <FormFoot
        label={isBusy() ? words().saving : words().save}
        isBusy={isBusy() || !isChanged()}
        error={error()}
      >
        <Show when={isChanged()}>
          <button type="button" class="button" onClick={discard}>
            {app.m().feeds.words.discard}
          </button>
        </Show>
      </FormFoot>
    </form>
  );
}
