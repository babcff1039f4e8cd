import {
  createEffect,
  createMemo,
  createSignal,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Switch,
} from 'solid-js';
import type { AccountId, DraftPurpose, DraftView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { Avatar } from '../person/Avatar.tsx';
import './composer.css';
import { Drafts, draftKey } from './drafts.ts';
import { Editor } from './Editor.tsx';

/** The sheet in which a note is written, while there is one to write. */
export function Composer() {
  const app = useApp();
  const drafts = new Drafts(localStorage);
  const compose = createMemo(() => {
    const { compose: open } = app.state;
    if (open === null) return null;
    // A copy: what is open is replaced in place when another note takes its turn.
    return { accountId: open.accountId, purpose: { ...open.purpose } };
  });
  const key = createMemo(() => {
    const open = compose();
    return open === null ? null : draftKey(open.accountId, open.purpose);
  });
  createEffect(
    on(
      () => app.state.accounts.map(({ id }) => id),
      (ids) => drafts.keepOnlyOf(ids),
    ),
  );
  return (
    <Show when={key()} keyed>
      {(draft) => (
        <Show when={compose()}>
          {(open) => (
            <Sheet
              accountId={open().accountId}
              purpose={open().purpose}
              draftKey={draft}
              drafts={drafts}
            />
          )}
        </Show>
      )}
    </Show>
  );
}

function Sheet(props: {
  readonly accountId: AccountId;
  readonly purpose: DraftPurpose;
  readonly draftKey: string;
  readonly drafts: Drafts;
}) {
  const app = useApp();
  const words = () => app.m().answers.compose;
  const [draft, setDraft] = createSignal<DraftView | null>(null);
  const [error, setError] = createSignal<string | null>(null);
  const before = document.activeElement;
  let sheet: HTMLElement | undefined;
  let isOver = false;
  /** Closes the sheet, once the editor agrees. */
  let leave: () => void = () => void app.actions.closeComposer();

  const load = async () => {
    setError(null);
    const answer = await app.actions.prepareDraft(props.accountId, props.purpose);
    if (isOver) return;
    if (answer.ok) setDraft(answer.data);
    else setError(answer.error || words().prepareFailed);
  };
  onMount(() => {
    sheet?.focus();
    void load();
  });
  onCleanup(() => {
    isOver = true;
    app.answers.pick(null);
    // The reader goes on where the composer was opened, once what is beneath takes the focus again.
    queueMicrotask(() => {
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus({ preventScroll: true });
      }
    });
  });

  const title = () => words()[props.purpose.kind];
  return (
    <div class="composer-layer">
      {/* What is beneath is out of reach; a press there is a wish to get back to it. */}
      <div class="composer-scrim" onPointerDown={() => leave()} />
      <section
        ref={sheet}
        class="composer"
        role="dialog"
        aria-modal="true"
        aria-label={title()}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
          event.preventDefault();
          leave();
        }}
      >
        <header class="composer-head">
          <button
            type="button"
            class="icon-button"
            aria-label={app.m().app.close}
            title={`${app.m().app.close} (Esc)`}
            onClick={() => leave()}
          >
            <Icon name="x" />
          </button>
          <h2>{title()}</h2>
          <Writer accountId={props.accountId} />
        </header>
        <Switch>
          <Match when={error()}>
            {(sentence) => (
              <div class="composer-wait" role="alert">
                <p>{sentence()}</p>
                <button type="button" class="button small" onClick={() => void load()}>
                  {words().retry}
                </button>
              </div>
            )}
          </Match>
          <Match when={draft() === null}>
            <div class="composer-wait" role="status">
              <span class="spinner" />
              {words().preparing}
            </div>
          </Match>
          <Match when={draft()}>
            {(prepared) => (
              <Editor
                draft={prepared()}
                draftKey={props.draftKey}
                drafts={props.drafts}
                onLeave={(next) => {
                  leave = next;
                }}
              />
            )}
          </Match>
        </Switch>
      </section>
    </div>
  );
}

/** Whose note it will be: with several accounts it must not be a surprise. */
function Writer(props: { readonly accountId: AccountId }) {
  const app = useApp();
  return (
    <Show when={app.account(props.accountId)}>
      {(account) => (
        <span
          class="composer-writer"
          style={{ '--account': account().color }}
          title={app.m().answers.compose.as(account().handle)}
        >
          <span class="visually-hidden">{app.m().answers.compose.as(account().handle)}</span>
          <bdi aria-hidden="true">{account().handle}</bdi>
          <Avatar class="small" image={account().avatar} name={account().name} />
        </span>
      )}
    </Show>
  );
}
