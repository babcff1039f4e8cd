import { createSignal, For, Show } from 'solid-js';
import type { NoteView, ReactionView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { useItem } from '../lists/item.ts';
import { CustomEmoji } from '../mfm/CustomEmoji.tsx';
import './foot.css';

/** Kinds of reactions shown before the reader asks for all. */
const fewReactions = 16;

/** What others did with a note: reactions, replies, renotes. */
export function NoteFoot(props: { readonly note: NoteView }) {
  const app = useApp();
  const item = useItem();
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.note.reactions : props.note.reactions.slice(0, fewReactions));
  const hidden = () => props.note.reactions.length - shown().length;
  return (
    <>
      <Show when={props.note.reactions.length > 0}>
        <ul class="reactions" aria-label={app.m().note.reactions}>
          <For each={shown()}>{(reaction) => <Reaction reaction={reaction} />}</For>
          <Show when={hidden() > 0}>
            <li>
              <button
                type="button"
                class="reaction more"
                tabIndex={item.tabIndex()}
                aria-label={app.m().note.moreReactions(hidden())}
                title={app.m().note.moreReactions(hidden())}
                onClick={() => setAll(true)}
              >
                +{hidden()}
              </button>
            </li>
          </Show>
        </ul>
      </Show>
      <Show when={props.note.repliesCount > 0 || props.note.renoteCount > 0}>
        <p class="note-counts">
          <Show when={props.note.repliesCount > 0}>
            <Count
              icon="arrow-back-up"
              count={props.note.repliesCount}
              label={app.m().note.replies(props.note.repliesCount)}
            />
          </Show>
          <Show when={props.note.renoteCount > 0}>
            <Count
              icon="repeat"
              count={props.note.renoteCount}
              label={app.m().note.renotes(props.note.renoteCount)}
            />
          </Show>
        </p>
      </Show>
    </>
  );
}

function Reaction(props: { readonly reaction: ReactionView }) {
  const app = useApp();
  const name = () =>
    props.reaction.name === null ? props.reaction.key : `:${props.reaction.name}:`;
  const label = () => {
    const count = app.m().note.reaction(name(), props.reaction.count);
    return props.reaction.mine ? `${count} (${app.m().note.mine})` : count;
  };
  return (
    <li class="reaction" classList={{ mine: props.reaction.mine }} title={label()}>
      <span class="visually-hidden">{label()}</span>
      <span class="reaction-emoji" aria-hidden="true">
        <Show when={props.reaction.name} fallback={props.reaction.key}>
          {(emoji) => <CustomEmoji name={emoji()} image={props.reaction.image} />}
        </Show>
      </span>
      <span aria-hidden="true">{props.reaction.count}</span>
    </li>
  );
}

function Count(props: {
  readonly icon: 'arrow-back-up' | 'repeat';
  readonly count: number;
  readonly label: string;
}) {
  return (
    <span class="note-count" title={props.label}>
      <Icon name={props.icon} />
      <span aria-hidden="true">{props.count}</span>
      <span class="visually-hidden">{props.label}</span>
    </span>
  );
}
