import type { NoticeView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Menu, type MenuEntry } from '../frame/Menu.tsx';
import { Icon } from '../icons/Icon.tsx';
import { useItem } from '../lists/item.ts';
import './notice-menu.css';

/** What can be done with a kept notice besides answering it. */
export function NoticeMenu(props: { readonly notice: NoticeView; readonly alone: boolean }) {
  const app = useApp();
  const item = useItem();
  const words = () => app.m().history;

  const isFeed = () => app.state.feeds.some(({ id }) => id === props.notice.accountId);

  const remove = () => {
    const { id, group } = props.notice;
    const withGroup = !props.alone && group !== null;
    app.ask({
      kind: 'erase',
      title: words().removeTitle,
      text: withGroup ? words().removeGroupText(group.length) : words().removeText,
      action: words().removeNow,
      run: async () => {
        const result = await app.actions.deleteNotice(id, withGroup);
        if (!result.ok) return;
        app.say({ kind: 'done', sentence: words().removed });
        app.search.again();
      },
    });
  };
  const entries = (): readonly MenuEntry[] => {
    const { person, group } = props.notice;
    return [
      ...(person === null || group !== null
        ? []
        : [
            {
              kind: 'action',
              icon: 'search',
              label: words().more(person.handle),
              run: () => app.search.open(person.handle),
            } as const,
          ]),
      ...(isFeed()
        ? [
            {
              kind: 'action',
              icon: 'rss',
              label: app.m().feeds.about,
              run: () => app.nav.showFeed({ kind: 'feed', id: props.notice.accountId }),
            } as const,
          ]
        : []),
      { kind: 'action', icon: 'trash', label: words().remove, run: remove },
    ];
  };
  return (
    <Menu
      label={words().menu}
      class="icon-button notice-menu"
      tabIndex={item.tabIndex()}
      entries={entries()}
      trigger={<Icon name="dots" />}
    />
  );
}
