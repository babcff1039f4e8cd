import type { AccountView, PinnedTimeline } from '../../src-main/ipc/contract.ts';
import type { App } from '../app/context.ts';
import type { MenuEntry } from '../frame/Menu.tsx';
import { isSameTimeline } from '../state/refs.ts';
import { switchesText, timelineIcons, timelineName } from './timeline-name.ts';

type Needs = Pick<App, 'm' | 'nav' | 'state' | 'actions' | 'ask'>;

/** The account's timelines, the chosen one marked. */
export function choiceEntries({ m, actions }: Needs, account: AccountView): readonly MenuEntry[] {
  return account.timelines.map((pinned) => ({
    ...face(pinned, m),
    kind: 'choice',
    chosen: pinned.key === account.timeline,
    run: () => actions.selectTimeline(account.id, pinned.key),
  }));
}

/** Every account's timelines that are not in view, to open beside the chosen one. */
export function besideEntries({ m, nav, state, ask }: Needs): readonly MenuEntry[] {
  const inView = nav.columns.inView();
  const several = state.accounts.length > 1;
  const groups = state.accounts.flatMap((account): readonly MenuEntry[] => {
    const others = account.timelines.filter(
      ({ key }) => !inView.some((ref) => isSameTimeline(ref, { accountId: account.id, key })),
    );
    if (others.length === 0) return [];
    return [
      { kind: 'heading', label: several ? account.handle : m().timeline.besideTitle },
      ...others.map(
        (pinned): MenuEntry => ({
          ...face(pinned, m),
          kind: 'action',
          run: () => nav.columns.open({ accountId: account.id, key: pinned.key }),
        }),
      ),
    ];
  });
  const account = nav.account();
  if (groups.length > 0 || account === null) return groups;
  return [
    {
      kind: 'action',
      icon: 'plus',
      label: m().timeline.besideNone,
      run: () => ask({ kind: 'timelines', accountId: account.id }),
    },
  ];
}

function face(pinned: PinnedTimeline, m: Needs['m']) {
  const detail = switchesText(pinned, m().timeline);
  return {
    icon: timelineIcons[pinned.spec.kind],
    label: timelineName(pinned, m().timeline),
    ...(detail !== '' && { detail }),
  };
}
