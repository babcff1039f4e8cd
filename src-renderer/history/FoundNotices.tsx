import { createMemo, Show } from 'solid-js';
import type { NoticeView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { EmptyState } from '../frame/EmptyState.tsx';
import { List } from '../lists/List.tsx';
import { createOlder } from '../lists/older.ts';
import { NoticeItem } from '../notices/NoticeItem.tsx';
import { ageText } from '../time/age.ts';
import { SearchBar } from './SearchBar.tsx';
import { isNarrowed } from './search.ts';

/** Found notices kept in the window; who wants more narrows the search down. */
const mostFound = 1_000;

/** The search among all kept notices, with what was found. */
export function FoundNotices(props: { readonly visible: boolean }) {
  const app = useApp();
  const words = () => app.m().history;
  const { search } = app;

  /** What the list of notices shows alone, and keeps up to date. */
  const live = createMemo(
    () =>
      new Map(
        app.state.notices.items
          .filter(({ group }) => group === null)
          .map((notice) => [notice.id, notice]),
      ),
  );
  const items = createMemo(() => search.items().map((notice) => live().get(notice.id) ?? notice));
  const open = (notice: NoticeView) => {
    search.markRead(notice.id);
    void app.actions.openNotice(notice.id);
  };
  const isAsked = () => search.text().trim() !== '' || isNarrowed(search.filters());

  return (
    <>
      <Show when={props.visible}>
        <SearchBar />
      </Show>
      <Show
        when={items().length > 0}
        fallback={
          <Show when={search.state() !== 'searching'}>
            <EmptyState
              icon="search"
              hidden={!props.visible}
              title={search.state() === 'failed' ? words().failed : words().none}
              text={
                search.state() === 'failed'
                  ? search.error()
                  : isAsked()
                    ? words().noneText
                    : words().noneKept
              }
            >
              <Show when={search.state() === 'failed'}>
                <button type="button" class="button" onClick={() => search.again()}>
                  {app.m().list.retry}
                </button>
              </Show>
            </EmptyState>
          </Show>
        }
      >
        {/* Another question begins at the top, and no failed page of the one before stands at its end. */}
        <Show when={search.question()} keyed>
          <FoundList items={items()} visible={props.visible} onOpen={open} />
        </Show>
      </Show>
    </>
  );
}

function FoundList(props: {
  readonly items: readonly NoticeView[];
  readonly visible: boolean;
  readonly onOpen: (notice: NoticeView) => void;
}) {
  const app = useApp();
  const words = () => app.m().history;
  const { search } = app;
  const older = createOlder({
    hasOlder: search.hasMore,
    count: () => props.items.length,
    loadPage: async () => {
      const answer = await search.loadMore();
      return answer.ok ? { ok: true } : answer;
    },
  });
  return (
    <List
      label={words().results}
      items={props.items}
      busy={search.state() === 'searching' || older.state() === 'loading'}
      visible={props.visible}
      anchor={null}
      onAnchor={() => undefined}
      hasOlder={search.hasMore()}
      full={props.items.length >= mostFound}
      fullText={words().full}
      older={older}
      nameOf={(notice) =>
        app
          .m()
          .note.by(
            notice.title,
            ageText(notice.createdAt, app.now(), app.locale(), app.m().time.now),
          )
      }
      onOpen={props.onOpen}
      clickOpens
      newText={(count) => app.m().list.newNotices(count)}
    >
      {(notice) => <NoticeItem notice={notice} alone />}
    </List>
  );
}
