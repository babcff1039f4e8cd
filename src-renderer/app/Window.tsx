import { createEffect, createMemo, createSignal, Match, Show, Switch } from 'solid-js';
import type { Bridge } from '../../src-main/ipc/contract.ts';
import { GuestStrip } from '../accounts/Guest.tsx';
import { answerFocused } from '../answers/answerable.ts';
import { createAnswers } from '../answers/answers.ts';
import { writerOf } from '../answers/writer.ts';
import { Composer } from '../composer/Composer.tsx';
import { Detail } from '../detail/Detail.tsx';
import { EmojiPicker } from '../emoji/EmojiPicker.tsx';
import { StartQuestion } from '../entry/StartQuestion.tsx';
import { createFeedDrafts } from '../feeds/drafts.ts';
import { FeedStrip } from '../feeds/FeedStrip.tsx';
import { Messages } from '../frame/Bars.tsx';
import { Dialogs } from '../frame/Dialogs.tsx';
import { Header } from '../frame/Header.tsx';
import { SavingStrip } from '../frame/SavingStrip.tsx';
import { Snack } from '../frame/Snack.tsx';
import { StateStrip } from '../frame/StateStrip.tsx';
import { panelId, tabId } from '../frame/Tabs.tsx';
import { createNoticeSearch } from '../history/search.ts';
import { messagesIn } from '../messages/index.ts';
import { useStillness } from '../mfm/stillness.ts';
import { Notices } from '../notices/Notices.tsx';
import { Settings } from '../settings/Settings.tsx';
import { SignIn } from '../sign-in/SignIn.tsx';
import type { SnapshotStore } from '../state/store.ts';
import { createClock } from '../time/clock.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { createActions } from './actions.ts';
import { type CommandTarget, carryOut } from './carry-out.ts';
import { type App, AppProvider, type DialogRequest, useApp } from './context.ts';
import { createListMoves } from './list-moves.ts';
import { createNavigation } from './navigation.ts';
import { createNotesInView } from './notes-in-view.ts';
import { createSaying } from './say.ts';
import { createSeen, createWidth } from './screen.ts';
import { useShortcuts } from './shortcuts.ts';
import { sourcesOf } from './sources.ts';
import { tellTimelinesInView } from './timelines-in-view.ts';
import './window.css';

/** The whole window, once there is something to show. */
export function Window(props: {
  readonly bridge: Bridge;
  readonly store: SnapshotStore;
  /** Called once, with what brings the reader where the main process leads. */
  readonly onReady: (go: App['nav']['go']) => void;
}) {
  const { state } = props.store;
  const m = () => messagesIn(state.locale);
  const [dialog, setDialog] = createSignal<DialogRequest | null>(null);
  const lists = createListMoves();
  const seen = createSeen();

  const { said, say, dismiss } = createSaying();
  const actions = createActions(props.bridge, (sentence) =>
    say({ kind: 'failure', sentence: sentence || m().app.callFailed }),
  );
  const app: App = {
    state,
    actions,
    answers: createAnswers({ actions, say, m }),
    say,
    nav: createNavigation(state, props.bridge, createWidth()),
    search: createNoticeSearch({
      ask: actions.searchNotices,
      now: Date.now,
      later: (act, delay) => {
        const timer = setTimeout(act, delay);
        return () => clearTimeout(timer);
      },
    }),
    m,
    locale: () => state.locale,
    now: createClock(),
    account: (id) => state.accounts.find((account) => account.id === id),
    sources: createMemo(() => sourcesOf(state)),
    feedDrafts: createFeedDrafts(
      localStorage,
      state.feeds.map(({ id }) => id),
    ),
    dialog,
    ask: setDialog,
    moveIn: lists.register,
    notesInView: createNotesInView({
      actions,
      seen,
      covered: () => state.detail !== null || state.compose !== null,
    }),
  };
  const isReading = () => seen() && app.nav.view() === 'timeline';
  tellTimelinesInView({
    actions,
    timelines: () => (isReading() ? app.nav.columns.inView() : []),
  });
  props.onReady(app.nav.go);

  createEffect(() => {
    document.documentElement.lang = state.locale;
    document.documentElement.dataset['theme'] = state.settings.theme;
  });
  useStillness();
  const answers: CommandTarget['answers'] = {
    write: () => {
      const writer = writerOf(state, app.nav.account());
      if (writer !== null) app.answers.write(writer);
      return writer !== null;
    },
    byKey: (key) => answerFocused(document.activeElement, key),
  };
  useShortcuts((command) => carryOut(command, { ...app, answers }, (step) => lists.move(step)));

  return (
    <AppProvider value={app}>
      <div class="window">
        <div class="window-views" inert={state.detail !== null || state.compose !== null}>
          <Views />
        </div>
        <Show when={state.detail}>{(detail) => <Detail detail={detail()} />}</Show>
        <Composer />
        <Snack said={said} onDismiss={dismiss} />
        <EmojiPicker />
      </div>
      <Dialogs />
    </AppProvider>
  );
}

function Views() {
  const app = useApp();
  const isFirst = () => app.state.accounts.length === 0 && app.state.feeds.length === 0;
  return (
    <Switch fallback={<Lists />}>
      <Match when={app.nav.view() === 'settings'}>
        <Messages />
        <Settings />
      </Match>
      <Match when={isFirst() || app.nav.view() === 'sign-in'}>
        <Messages signedOut />
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
      <main class="window-main">
        <h1 class="visually-hidden">
          {app.m().views[app.nav.view() === 'notices' ? 'notices' : 'timeline']}
        </h1>
        <Messages signedOut />
        <StateStrip />
        <FeedStrip />
        <SavingStrip />
        <GuestStrip />
        <StartQuestion />
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
      </main>
    </>
  );
}
