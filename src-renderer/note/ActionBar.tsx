import { Show } from 'solid-js';
import type { NoteView } from '../../src-main/ipc/contract.ts';
import { reactionChoice } from '../answers/acceptance.ts';
import { canRenote } from '../answers/note-rules.ts';
import { useApp } from '../app/context.ts';
import { Menu, type MenuEntry } from '../frame/Menu.tsx';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { useItem } from '../lists/item.ts';
import './action-bar.css';
import { NoteMenu } from './NoteMenu.tsx';

/**
 * What can be done with a note, and how often it was answered and renoted.
 */
export function ActionBar(props: {
  readonly note: NoteView;
  /** The renote under whose head the note stands; null where it stands for itself. */
  readonly renote: NoteView | null;
  /** Gives out where the picker opens when a key asks for it. */
  readonly reactRef: (button: HTMLElement) => void;
}) {
  const app = useApp();
  const item = useItem();
  const words = () => app.m().answers.note;
  const canAnswer = () => app.account(props.note.accountId)?.canAnswer === true;
  const isLike = () => reactionChoice(props.note) === 'like';
  let react: HTMLButtonElement | undefined;

  return (
    <div class="action-bar" role="toolbar" aria-label={words().bar}>
      <Show
        when={canAnswer()}
        fallback={
          <>
            <Count
              icon="arrow-back-up"
              count={props.note.repliesCount}
              label={app.m().note.replies(props.note.repliesCount)}
            />
            <Count
              icon="repeat"
              count={props.note.renoteCount}
              label={app.m().note.renotes(props.note.renoteCount)}
            />
          </>
        }
      >
        <button
          type="button"
          class="action"
          classList={{ counted: props.note.repliesCount > 0 }}
          tabIndex={item.tabIndex()}
          aria-label={withCount(
            words().reply,
            props.note.repliesCount,
            app.m().note.replies(props.note.repliesCount),
          )}
          title={`${words().reply} (R)`}
          onClick={() => app.answers.reply(props.note)}
        >
          <Icon name="arrow-back-up" />
          <Amount count={props.note.repliesCount} />
        </button>
        <Show
          when={canRenote(props.note)}
          fallback={
            <span
              class="action off"
              classList={{ counted: props.note.renoteCount > 0 }}
              title={words().notRenotable}
            >
              <Icon name="repeat" />
              <Amount count={props.note.renoteCount} />
            </span>
          }
        >
          <RenoteMenu note={props.note} renote={props.renote} />
        </Show>
        <button
          ref={(button) => {
            react = button;
            props.reactRef(button);
          }}
          type="button"
          class="action"
          tabIndex={item.tabIndex()}
          aria-label={isLike() ? words().like : words().react}
          title={`${isLike() ? words().takesOnlyLikes : words().react} (E)`}
          onClick={() => react !== undefined && app.answers.react(props.note, react)}
        >
          <Icon name={isLike() ? 'heart' : 'mood-plus'} />
        </button>
      </Show>
      <NoteMenu note={props.note} />
    </div>
  );
}

function RenoteMenu(props: { readonly note: NoteView; readonly renote: NoteView | null }) {
  const app = useApp();
  const item = useItem();
  const words = () => app.m().answers.note;
  /** The reader's own renote, as far as it is known here. */
  const own = () =>
    props.renote?.own === true ? props.renote.id : app.answers.renoteOf(props.note);
  const entries = (): readonly MenuEntry[] => {
    const renoteId = own();
    return [
      renoteId === null
        ? {
            kind: 'action',
            icon: 'repeat',
            label: words().renote,
            run: () => app.answers.renote(props.note),
          }
        : {
            kind: 'action',
            icon: 'x',
            label: words().undoRenote,
            run: () => app.answers.undoRenote(props.note.accountId, renoteId),
          },
      {
        kind: 'action',
        icon: 'quote',
        label: words().quote,
        run: () => app.answers.quote(props.note),
      },
    ];
  };
  return (
    <Menu
      class={`action${props.note.renoteCount > 0 ? ' counted' : ''}${own() === null ? '' : ' done'}`}
      tabIndex={item.tabIndex()}
      label={withCount(
        words().renote,
        props.note.renoteCount,
        app.m().note.renotes(props.note.renoteCount),
      )}
      title={`${words().renote} (T)`}
      entries={entries()}
      trigger={
        <>
          <Icon name="repeat" />
          <Amount count={props.note.renoteCount} />
        </>
      }
    />
  );
}

function Amount(props: { readonly count: number }) {
  return (
    <Show when={props.count > 0}>
      <span class="action-count" aria-hidden="true">
        {props.count}
      </span>
    </Show>
  );
}

function Count(props: { readonly icon: IconName; readonly count: number; readonly label: string }) {
  return (
    <Show when={props.count > 0}>
      <span class="action off counted" title={props.label}>
        <Icon name={props.icon} />
        <span aria-hidden="true">{props.count}</span>
        <span class="visually-hidden">{props.label}</span>
      </span>
    </Show>
  );
}

function withCount(action: string, count: number, counted: string): string {
  return count > 0 ? `${action}, ${counted}` : action;
}
