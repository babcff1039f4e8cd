import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { Menu, type MenuEntry } from './Menu.tsx';

/** What is needed less often. */
export function MoreMenu() {
  const app = useApp();
  const entries = (): readonly MenuEntry[] => {
    const account = app.nav.account();
    const { update } = app.state;
    return [
      {
        kind: 'action',
        icon: 'checks',
        label: app.m().menu.markAllRead,
        run: () => app.actions.markAllRead(),
      },
      ...(account === null
        ? []
        : [
            {
              kind: 'action',
              icon: 'refresh',
              label: app.m().menu.reload,
              run: () => {
                const timeline = app.nav.columns.active();
                return timeline === null ? null : app.actions.reloadTimeline(timeline);
              },
            } as const,
          ]),
      { kind: 'separator' },
      {
        kind: 'action',
        icon: 'plus',
        label: app.m().account.add,
        run: () => app.nav.show('sign-in'),
      },
      {
        kind: 'action',
        icon: 'settings',
        label: app.m().views.settings,
        run: () => app.nav.show('settings'),
      },
      {
        kind: 'action',
        icon: 'keyboard',
        label: app.m().menu.keys,
        run: () => app.ask({ kind: 'keys' }),
      },
      ...(update.name === 'ready'
        ? [
            {
              kind: 'action',
              icon: 'download',
              label: app.m().updates.restartTo(update.version),
              run: () => app.actions.installUpdate(),
            } as const,
          ]
        : []),
      ...(account === null
        ? []
        : [
            { kind: 'separator' } as const,
            {
              kind: 'action',
              icon: 'logout',
              label: account.guest ? app.m().accounts.stopWatching : app.m().account.signOut,
              run: () => app.ask({ kind: 'sign-out', account }),
            } as const,
          ]),
    ];
  };
  return <Menu label={app.m().menu.more} entries={entries()} trigger={<Icon name="dots" />} />;
}
