import { Show } from 'solid-js';
import type { ReactionView } from '../../src-main/ipc/contract.ts';
import { emojiGlyph } from '../emoji/reaction-text.ts';
import { Icon } from '../icons/Icon.tsx';
import { CustomEmoji } from '../mfm/CustomEmoji.tsx';

/** What somebody reacted with, as a small mark; a smile where its picture is not there. */
export function ReactionMark(props: { readonly reaction: ReactionView }) {
  return (
    <Show
      when={props.reaction.name}
      fallback={<span class="unicode-emoji">{emojiGlyph(props.reaction.key)}</span>}
    >
      {(name) => (
        <CustomEmoji
          name={name()}
          image={props.reaction.image}
          instead={<Icon name="mood-smile" />}
        />
      )}
    </Show>
  );
}
