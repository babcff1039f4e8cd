import type { NoteView } from '../../src-main/ipc/contract.ts';
import { notePage } from '../answers/note-rules.ts';
import { useApp } from '../app/context.ts';
import { copyText } from '../app/copy.ts';
import { Menu, type MenuEntry } from '../frame/Menu.tsx';
import { Icon } from '../icons/Icon.tsx';
import { useItem } from '../lists/item.ts';

/** What is done to a note less often; and why it cannot be answered, where that is so. */
export function NoteMenu(props: { readonly note: NoteView }) {
  const app = useApp();
  const item = useItem();
  const words = () => app.m().answers.note;
  const account = () => app.account(props.note.accountId);

  const whyNot = (): readonly MenuEntry[] => {
    const known = account();
    if (known === undefined || known.canAnswer) return [];
    return [
      { kind: 'heading', label: known.guest ? words().guest : words().cannotAnswer },
      {
        kind: 'action',
        icon: 'key',
        label: words().signIn,
        run: () => {
          void app.actions.startSignIn(known.host);
          app.nav.show('sign-in');
        },
      },
      { kind: 'separator' },
    ];
  };

  const page = (): readonly MenuEntry[] => {
    const known = account();
    if (known === undefined) return [];
    const url = notePage(known, props.note.id);
    return [
      {
        kind: 'action',
        icon: 'link',
        label: words().copyLink,
        run: () => copyText(url) && app.say({ kind: 'done', sentence: words().copied }),
      },
      {
        kind: 'action',
        icon: 'external-link',
        label: words().openInBrowser,
        run: () => app.actions.openLink(url),
      },
    ];
  };

  const towards = (): readonly MenuEntry[] => {
    if (account()?.canAnswer !== true) return [];
    const { note } = props;
    return [
      { kind: 'separator' },
      note.own
        ? {
            kind: 'action',
            icon: 'trash',
            label: words().remove,
            run: () => app.ask({ kind: 'delete-note', note }),
          }
        : {
            kind: 'action',
            icon: 'volume-3',
            label: words().mute(note.author.handle),
            run: () => app.ask({ kind: 'mute', accountId: note.accountId, person: note.author }),
          },
    ];
  };

  return (
    <Menu
      class="action"
      tabIndex={item.tabIndex()}
      label={words().more}
      entries={[...whyNot(), ...page(), ...towards()]}
      trigger={<Icon name="dots" />}
    />
  );
}
