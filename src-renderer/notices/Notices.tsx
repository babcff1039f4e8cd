import { Show } from 'solid-js';
import type { NoticeView } from '../../src-main/ipc/contract.ts';
import { NoNotices } from '../accounts/Guest.tsx';
import { useApp } from '../app/context.ts';
import { EmptyState } from '../frame/EmptyState.tsx';
import { FoundNotices } from '../history/FoundNotices.tsx';
import { List } from '../lists/List.tsx';
import { createOlder } from '../lists/older.ts';
import { mostNotices } from '../state/reducer.ts';
import { ageText } from '../time/age.ts';
import { NoticeItem } from './NoticeItem.tsx';

/** Everything that happened on all accounts, newest first; or what is searched for among it. */
export function Notices(props: { readonly visible: boolean }) {
  const app = useApp();
  return (
    <>
      <Show when={app.search.isOpen()}>
        <FoundNotices visible={props.visible} />
      </Show>
      <NoticeList visible={props.visible && !app.search.isOpen()} />
    </>
  );
}

function NoticeList(props: { readonly visible: boolean }) {
  const app = useApp();
  const items = () => app.state.notices.items;
  const hasAccount = () => app.state.accounts.some(({ guest }) => !guest);
  const canRing = () => hasAccount() || app.state.feeds.length > 0;
  const older = createOlder({
    hasOlder: () => app.state.notices.hasOlder,
    count: () => items().length,
    loadPage: () => app.actions.loadOlderNotices(),
  });
  const nameOf = (notice: NoticeView) =>
    app
      .m()
      .note.by(notice.title, ageText(notice.createdAt, app.now(), app.locale(), app.m().time.now));

  return (
    <Show
      when={items().length > 0}
      fallback={
        <Show when={canRing()} fallback={<NoNotices hidden={!props.visible} />}>
          <EmptyState
            icon="bell"
            hidden={!props.visible}
            title={app.m().notices.emptyTitle}
            text={hasAccount() ? app.m().notices.emptyText : app.m().feeds.noticesEmptyText}
          />
        </Show>
      }
    >
      <List
        label={app.m().notices.list}
        items={items()}
        busy={older.state() === 'loading'}
        visible={props.visible}
        anchor={app.nav.anchor('notices')}
        onAnchor={(anchor) => app.nav.keepAnchor('notices', anchor)}
        hasOlder={app.state.notices.hasOlder}
        full={items().length >= mostNotices}
        fullText={app.m().history.listFull}
        older={older}
        nameOf={nameOf}
        onOpen={(notice) => app.actions.openNotice(notice.id)}
        clickOpens
        newText={(count) => app.m().list.newNotices(count)}
      >
        {(notice) => <NoticeItem notice={notice} />}
      </List>
    </Show>
  );
}
