import { Show } from 'solid-js';
import type { AccountId } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { CustomEmoji } from '../mfm/CustomEmoji.tsx';
import { emojiImage } from '../mfm/emoji.ts';
import { type EmojiRef, emojiGlyph } from './reaction-text.ts';

/** An emoji of the account's server, or one of Unicode's, as large as the style around says. */
export function EmojiFace(props: { readonly accountId: AccountId; readonly emoji: EmojiRef }) {
  const app = useApp();
  const name = () => (props.emoji.kind === 'custom' ? props.emoji.name : null);
  const glyph = () => (props.emoji.kind === 'unicode' ? emojiGlyph(props.emoji.character) : '');
  const image = (custom: string) =>
    emojiImage(custom, {
      images: {},
      host: null,
      address: app.account(props.accountId)?.emojiAddress ?? null,
    });
  return (
    <Show when={name()} fallback={<span class="unicode-emoji">{glyph()}</span>}>
      {(custom) => <CustomEmoji name={custom()} image={image(custom())} />}
    </Show>
  );
}
