import { For } from 'solid-js';
import type { AccountId, AccountView, PersonView } from '../../src-main/ipc/contract.ts';
import { CustomEmoji } from '../mfm/CustomEmoji.tsx';
import { emojiImage } from '../mfm/emoji.ts';
import { type TextOrigin, useEmojiSource } from '../mfm/Mfm.tsx';
import { parseName } from '../mfm/parse.ts';

/** One line of text that may hold custom emojis, set apart from the direction of what is around. */
export function EmojiText(props: { readonly text: string; readonly origin: TextOrigin }) {
  const emojis = useEmojiSource(() => props.origin);
  return (
    <bdi>
      <For each={parseName(props.text)}>
        {(node) => {
          switch (node.type) {
            case 'text':
              return node.props.text;
            case 'unicodeEmoji':
              return node.props.emoji;
            case 'emojiCode':
              return (
                <CustomEmoji name={node.props.name} image={emojiImage(node.props.name, emojis())} />
              );
            case 'plain':
              return node.children.map(({ props: { text } }) => text);
          }
        }}
      </For>
    </bdi>
  );
}

/** A person's display name. */
export function PersonName(props: {
  readonly person: Pick<PersonView, 'name' | 'host' | 'emojis'>;
  readonly accountId: AccountId;
}) {
  return (
    <EmojiText
      text={props.person.name}
      origin={{
        accountId: props.accountId,
        host: props.person.host,
        emojis: props.person.emojis,
      }}
    />
  );
}

/** The name of one of the user's own accounts. */
export function AccountName(props: { readonly account: AccountView }) {
  return (
    <EmojiText
      text={props.account.name}
      origin={{
        accountId: props.account.id,
        host: null,
        emojis: props.account.emojis,
      }}
    />
  );
}
