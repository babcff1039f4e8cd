import { createEffect, createSignal, Match, Show, Switch } from 'solid-js';
import type { Bridge } from '../../src-main/ipc/contract.ts';
import { Detail } from '../detail/Detail.tsx';
import { Banners, SignedOut } from '../frame/Bars.tsx';
import { Dialogs } from '../frame/Dialogs.tsx';
import { Header } from '../frame/Header.tsx';
import { Snack } from '../frame/Snack.tsx';
import { StateStrip } from '../frame/StateStrip.tsx';
import { panelId, tabId } from '../frame/Tabs.tsx';
import { messagesIn } from '../messages/index.ts';
import { Notices } from '../notices/Notices.tsx';
import { Settings } from '../settings/Settings.tsx';
import { SignIn } from '../sign-in/SignIn.tsx';
import type { SnapshotStore } from '../state/store.ts';
import { createClock } from '../time/clock.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { createActions } from './actions.ts';
import { carryOut } from './carry-out.ts';
import { type App, AppProvider, type DialogRequest, useApp } from './context.ts';
import type { ListMove } from './keys.ts';
import { createNavigation } from './navigation.ts';
import { useShortcuts } from './shortcuts.ts';
import './window.css';

/** How long a failure is shown, in ms. */
const failureShown = 10_000;

/** The whole window, once there is something to show. */
export function Window(props: {
  readonly bridge: Bridge;
  readonly store: SnapshotStore;
  /** Called once, with what follows a place that came from the main process. */
  readonly onReady: (follow: App['nav']['follow']) => void;
}) {
  const { state } = props.store;
  const m = () => messagesIn(state.locale);
  const [failure, setFailure] = createSignal<string | null>(null);
  const [dialog, setDialog] = createSignal<DialogRequest | null>(null);
  let move: ((step: ListMove) => boolean) | null = null;

  let forget: ReturnType<typeof setTimeout> | undefined;
  const actions = createActions(props.bridge, (sentence) => {
    clearTimeout(forget);
    setFailure(sentence || m().app.callFailed);
    forget = setTimeout(() => setFailure(null), failureShown);
  });
  const app: App = {
    state,
    actions,
    nav: createNavigation(state, props.bridge, actions),
    m,
    locale: () => state.locale,
    now: createClock(),
    account: (id) => state.accounts.find((account) => account.id === id),
    dialog,
    ask: setDialog,
    moveIn: (next) => {
      move = next;
      return () => {
        // The list that is shown next may have come first.
        if (move === next) move = null;
      };
    },
  };
  props.onReady(app.nav.follow);

  createEffect(() => {
    document.documentElement.lang = state.locale;
    document.documentElement.dataset['theme'] = state.settings.theme;
  });
  useShortcuts((command) => carryOut(command, app, (step) => move?.(step) ?? false));

  return (
    <AppProvider value={app}>
      <div class="window">
        <div class="window-views" inert={state.detail !== null}>
          <Views />
        </div>
        <Show when={state.detail}>{(detail) => <Detail detail={detail()} />}</Show>
        <Snack sentence={failure} onDismiss={() => setFailure(null)} />
      </div>
      <Dialogs />
    </AppProvider>
  );
}

function Views() {
  const app = useApp();
  const isFirst = () => app.state.accounts.length === 0;
  return (
    <Switch fallback={<Lists />}>
      <Match when={app.nav.view() === 'settings'}>
        <Banners />
        <Settings />
      </Match>
      <Match when={isFirst() || app.nav.view() === 'sign-in'}>
        <Banners />
        <SignedOut />
        <SignIn />
      </Match>
    </Switch>
  );
}

/** Notices and timeline. Each is made when it is first seen, and kept. */
function Lists() {
  const app = useApp();
  const [seen, setSeen] = createSignal({ notices: false, timeline: false });
  createEffect(() => {
    const view = app.nav.view();
    if (view === 'notices' || view === 'timeline') {
      setSeen((before) => (before[view] ? before : { ...before, [view]: true }));
    }
  });
  return (
    <>
      <Header />
      <Banners />
      <SignedOut />
      <StateStrip />
      <div
        class="panel"
        id={panelId('notices')}
        role="tabpanel"
        aria-labelledby={tabId('notices')}
        hidden={app.nav.view() !== 'notices'}
      >
        <Show when={seen().notices}>
          <Notices visible={app.nav.view() === 'notices'} />
        </Show>
      </div>
      <div
        class="panel"
        id={panelId('timeline')}
        role="tabpanel"
        aria-labelledby={tabId('timeline')}
        hidden={app.nav.view() !== 'timeline'}
      >
        <Show when={seen().timeline}>
          <Timeline visible={app.nav.view() === 'timeline'} />
        </Show>
      </div>
    </>
  );
}
