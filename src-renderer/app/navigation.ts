import { batch, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { unwrap } from 'solid-js/store';
import type {
  AccountView,
  Anchor,
  Bridge,
  Destination,
  Place,
  SettingsPageId,
  Snapshot,
  TimelineRef,
  ViewName,
} from '../../src-main/ipc/contract.ts';
import { type FeedPlace, feedIdOf, feedPlaceOf, placeBefore } from '../feeds/place.ts';
import { timelineAnchor, withTimelineAnchor } from '../state/anchors.ts';
import { type Later, PlaceSync } from '../state/place-sync.ts';
import { type Columns, createColumns } from './columns.ts';

export type ListName = Extract<ViewName, 'notices' | 'timeline'>;

/** Where the reader is, and the ways to go elsewhere. */
export interface Navigation {
  readonly view: () => ViewName;
  readonly show: (view: ViewName) => void;
  /**
   * From a feed to their list; from a page of the settings to their list, where the two do not stand side
   * by side; from the settings or the sign-in to the list that was open before.
   */
  readonly back: () => void;
  /** The open page of the settings; null while their list is open. */
  readonly settingsPage: () => SettingsPageId | null;
  readonly showSettingsPage: (page: SettingsPageId | null) => void;
  /** What is open over the list of the feeds; null while nothing is, or another page. */
  readonly feed: () => FeedPlace | null;
  /** Opens the page of the feeds, with this over their list. */
  readonly showFeed: (place: FeedPlace | null) => void;
  /** Whether the settings' list and page stand side by side. */
  readonly hasSettingsBeside: () => boolean;
  /** The account whose timeline is open; null when there is none. */
  readonly account: () => AccountView | null;
  readonly choose: (accountId: string) => void;
  /** The timelines side by side. */
  readonly columns: Columns;
  /** Where a list is to be scrolled to when it is shown for the first time; null = at the top. */
  readonly anchor: (list: 'notices' | TimelineRef) => Anchor | null;
  readonly keepAnchor: (list: 'notices' | TimelineRef, anchor: Anchor | null) => void;
  /** Goes where the main process leads. */
  readonly go: (to: Destination) => void;
}

/** From this width on, in px, a page of the settings stands beside their list. */
const settingsBeside = 720;

const later: Later = (act, delay) => {
  const timer = setTimeout(act, delay);
  return () => clearTimeout(timer);
};

/** Restores the place of the snapshot, and tells the main process where the reader goes from there. */
export function createNavigation(
  state: Snapshot,
  bridge: Pick<Bridge, 'reportPlace'>,
  width: () => number,
): Navigation {
  const initial = structuredClone(unwrap(state.place));
  const sync = new PlaceSync(initial, (place) => bridge.reportPlace(place), later);
  const [view, setView] = createSignal<ViewName>(initial.view);
  const [chosen, setChosen] = createSignal(initial.accountId);
  const [settingsPage, setSettingsPage] = createSignal(initial.settingsPage);
  const [feedPlace, setFeedPlace] = createSignal<FeedPlace | null>(feedPlaceOf(initial.feedId));
  const [anchors, setAnchors] = createSignal<Place['anchors']>(initial.anchors);
  const [list, setList] = createSignal<ListName>(
    initial.view === 'timeline' ? 'timeline' : 'notices',
  );

  const show = (next: ViewName) => {
    if (next === 'notices' || next === 'timeline') setList(next);
    // Whoever comes from elsewhere looks for something: all pages are offered.
    if (next === 'settings' && view() !== 'settings') showSettingsPage(null);
    setView(next);
  };
  const showSettingsPage = (page: SettingsPageId | null) =>
    batch(() => {
      setSettingsPage(page);
      setFeedPlace(null);
    });
  const feed = createMemo(() => {
    const place = feedPlace();
    if (settingsPage() !== 'feeds' || place === null) return null;
    const isGone = place.kind === 'feed' && !state.feeds.some(({ id }) => id === place.id);
    return isGone ? null : place;
  });
  const showFeed = (place: FeedPlace | null) =>
    batch(() => {
      if (view() !== 'settings') show('settings');
      setSettingsPage('feeds');
      setFeedPlace(place);
    });

  const hasSettingsBeside = () => width() >= settingsBeside;
  const back = () => {
    const over = view() === 'settings' ? feed() : null;
    if (over !== null) setFeedPlace(placeBefore(over));
    else if (view() === 'settings' && settingsPage() !== null && !hasSettingsBeside()) {
      setSettingsPage(null);
    } else setView(list());
  };

  const account = createMemo(
    () => state.accounts.find(({ id }) => id === chosen()) ?? state.accounts[0] ?? null,
  );
  const accountId = createMemo(() => account()?.id ?? null);
  /** Without an account there are no timelines. */
  const shownView = createMemo(() =>
    view() === 'timeline' && account() === null ? 'notices' : view(),
  );
  const columns = createColumns({ state, initial: initial.columns, account, width });

  createEffect(
    on(
      () => ({
        view: shownView(),
        accountId: accountId(),
        settingsPage: settingsPage(),
        feedId: feedIdOf(feed()),
        columns: columns.beside(),
        anchors: anchors(),
      }),
      (place) => sync.moved(place),
      { defer: true },
    ),
  );

  createEffect(
    on(
      () => state.signIn.phase,
      (phase) => {
        if (phase === 'done' && state.signIn.phase === 'done') {
          setChosen(state.signIn.accountId);
          show('timeline');
        }
      },
      { defer: true },
    ),
  );

  const flush = () => sync.flush();
  window.addEventListener('pagehide', flush);
  onCleanup(() => window.removeEventListener('pagehide', flush));

  return {
    view: shownView,
    show,
    back,
    settingsPage,
    showSettingsPage,
    feed,
    showFeed,
    hasSettingsBeside,
    account,
    choose: (id) => setChosen(id),
    columns,
    anchor: (name) => (name === 'notices' ? anchors().notices : timelineAnchor(anchors(), name)),
    keepAnchor: (name, anchor) =>
      setAnchors((before) =>
        name === 'notices'
          ? { ...before, notices: anchor }
          : withTimelineAnchor(before, name, anchor),
      ),
    go: ({ view: next, accountId: chosenId, settingsPage: page, feedId }) => {
      if (next !== undefined) show(next);
      if (page !== undefined) showSettingsPage(page);
      if (feedId !== undefined) setFeedPlace(feedPlaceOf(feedId));
      if (chosenId !== undefined) setChosen(chosenId);
    },
  };
}
