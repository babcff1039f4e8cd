import { createSignal } from 'solid-js';
import type { FeedSystem } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { useAdding } from './adding.ts';
import { ConnectionFields } from './ConnectionFields.tsx';
import {
  connectionOf,
  emptyForm,
  freshClientId,
  nameOf,
  problemsOf,
  secretsOf,
} from './connection-form.ts';
import { FormFoot, focusFirstInvalid } from './FormFoot.tsx';

/** Adds a feed of one's own: whatever its system takes can be said. */
export function OwnForm(props: { readonly system: FeedSystem }) {
  const app = useApp();
  const words = () => app.m().feeds.adding;
  const { feedDrafts } = app;
  const { system } = props;
  const adding = useAdding(() => feedDrafts.keepForm(system, null));
  const [isTried, setTried] = createSignal(false);
  const empty = emptyForm(system, freshClientId(crypto.getRandomValues(new Uint8Array(10))));
  const form = () => feedDrafts.form(system) ?? empty;
  const problems = () => problemsOf(form());

  const submit = (element: HTMLFormElement) => {
    setTried(true);
    if (Object.keys(problems()).length > 0) {
      focusFirstInvalid(element);
      return;
    }
    const typed = form();
    const draft = {
      name: nameOf(typed),
      connection: connectionOf(typed),
      rule: null,
      secrets: secretsOf(typed),
    };
    void adding.add(() => app.actions.addFeed(draft));
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
      <p class="settings-note">{words().ownAbout[system]}</p>
      <ConnectionFields
        form={form()}
        problems={isTried() ? problems() : {}}
        onChange={(changes) => feedDrafts.keepForm(system, { ...form(), ...changes })}
      />
      <FormFoot
        label={adding.isBusy() ? words().busy : words().submit}
        isBusy={adding.isBusy()}
        error={adding.error()}
      />
    </form>
  );
}
