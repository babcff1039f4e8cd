import { createSignal, ErrorBoundary, Match, onMount, Show, Switch } from 'solid-js';
import type { Bridge, Destination } from '../../src-main/ipc/contract.ts';
import { messagesFor } from '../messages/index.ts';
import { followFeed } from '../state/feed.ts';
import { createSnapshotStore, type SnapshotStore } from '../state/store.ts';
import { Failure } from './Failure.tsx';
import { Window } from './Window.tsx';

/** Gets the state and shows the window; says so where that does not work. */
export function Root(props: { readonly bridge: Bridge | null }) {
  const [store, setStore] = createSignal<SnapshotStore | null>(null);
  const [unreachable, setUnreachable] = createSignal(false);
  /** What came could not be taken in: what is shown is not true any more. */
  const [broken, setBroken] = createSignal(false);
  let go: (to: Destination) => void = () => undefined;
  /** Before the state is there, only the system's language is known. */
  const words = () => messagesFor(store()?.state.locale ?? navigator.language).app;

  onMount(async () => {
    if (props.bridge === null) {
      setUnreachable(true);
      return;
    }
    try {
      const stop = await followFeed(props.bridge, {
        start: (snapshot) => setStore(createSnapshotStore(snapshot)),
        change: (patches) => {
          try {
            store()?.apply(patches);
          } catch (error) {
            reportError(error);
            setBroken(true);
            return;
          }
          for (const patch of patches) {
            if (patch.kind === 'go') go(patch.to);
          }
        },
      });
      window.addEventListener('pagehide', stop, { once: true });
    } catch {
      setUnreachable(true);
    }
  });

  return (
    <ErrorBoundary
      fallback={(error: unknown) => {
        reportError(error);
        return <Failure sentence={words().crashed} reload={words().reload} />;
      }}
    >
      <Switch>
        <Match when={unreachable()}>
          <Failure sentence={words().unreachable} reload={words().reload} />
        </Match>
        <Match when={broken()}>
          <Failure sentence={words().crashed} reload={words().reload} />
        </Match>
        <Match when={props.bridge}>
          {(bridge) => (
            <Show when={store()}>
              {(known) => (
                <Window
                  bridge={bridge()}
                  store={known()}
                  onReady={(next) => {
                    go = next;
                  }}
                />
              )}
            </Show>
          )}
        </Match>
      </Switch>
    </ErrorBoundary>
  );
}
