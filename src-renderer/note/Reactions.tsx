import { createSignal, For, Show } from 'solid-js';
import type { NoteView, ReactionView } from '../../src-main/ipc/contract.ts';
import { canJoin, reactionChoice } from '../answers/acceptance.ts';
import { useApp } from '../app/context.ts';
import { emojiGlyph } from '../emoji/reaction-text.ts';
import { useItem } from '../lists/item.ts';
import { CustomEmoji } from '../mfm/CustomEmoji.tsx';
import './reactions.css';

/** Kinds of reactions shown before the reader asks for all. */
const fewReactions = 16;

/** What a note was reacted with; a press gives the same, or takes one's own back. */
export function Reactions(props: { readonly note: NoteView }) {
  const app = useApp();
  const item = useItem();
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.note.reactions : props.note.reactions.slice(0, fewReactions));
  const hidden = () => props.note.reactions.length - shown().length;
  return (
    <Show when={props.note.reactions.length > 0}>
      <ul class="reactions" aria-label={app.m().note.reactions}>
        <For each={shown()}>
          {(reaction) => (
            <li>
              <Reaction note={props.note} reaction={reaction} />
            </li>
          )}
        </For>
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
  );
}

function Reaction(props: { readonly note: NoteView; readonly reaction: ReactionView }) {
  const app = useApp();
  const item = useItem();
  const name = () =>
    props.reaction.name === null ? props.reaction.key : `:${props.reaction.name}:`;
  const label = () => {
    const count = app.m().note.reaction(name(), props.reaction.count);
    return props.reaction.mine ? `${count} (${app.m().note.mine})` : count;
  };
  const isOpen = () =>
    app.account(props.note.accountId)?.canAnswer === true &&
    canJoin(props.reaction, reactionChoice(props.note));
  return (
    <Show
      when={isOpen()}
      fallback={
        <span class="reaction" classList={{ mine: props.reaction.mine }} title={label()}>
          <span class="visually-hidden">{label()}</span>
          <Face reaction={props.reaction} />
        </span>
      }
    >
      <button
        type="button"
        class="reaction open"
        classList={{ mine: props.reaction.mine }}
        tabIndex={item.tabIndex()}
        aria-label={label()}
        aria-pressed={props.reaction.mine}
        title={label()}
        onClick={() => app.answers.toggle(props.note, props.reaction)}
      >
        <Face reaction={props.reaction} />
      </button>
    </Show>
  );
}

function Face(props: { readonly reaction: ReactionView }) {
  return (
    <>
      <span class="reaction-emoji" aria-hidden="true">
        <Show
          when={props.reaction.name}
          fallback={<span class="unicode-emoji">{emojiGlyph(props.reaction.key)}</span>}
        >
          {(emoji) => <CustomEmoji name={emoji()} image={props.reaction.image} />}
        </Show>
      </span>
      <span aria-hidden="true">{props.reaction.count}</span>
    </>
  );
}
