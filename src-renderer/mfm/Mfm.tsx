import { createMemo, Show } from 'solid-js';
import type { AccountId, EmojiImages } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import type { EmojiSource } from './emoji.ts';
import './mfm.css';
import { Nodes, type NodesContext } from './Nodes.tsx';
import { parseText } from './parse.ts';
import { TextLink } from './TextLink.tsx';

/** Where a text comes from: decides its emojis and whom its mentions mean. */
export interface TextOrigin {
  readonly accountId: AccountId;
  /** The author's server; null = the account's own. */
  readonly host: string | null;
  readonly emojis: EmojiImages;
}

/** An MFM text, with its line breaks; each paragraph in the direction of its own script. */
export function Mfm(props: {
  readonly text: string;
  readonly origin: TextOrigin;
  /** Leads to all of a text that is too long to be shown whole. */
  readonly onMore?: (() => void) | undefined;
}) {
  const app = useApp();
  const emojis = useEmojiSource(() => props.origin);
  const parsed = createMemo(() => parseText(props.text));
  const context = createMemo((): NodesContext => {
    const { accountId, host } = props.origin;
    return { accountId, host, emojis };
  });
  return (
    <>
      <div class="mfm" dir="auto">
        <Nodes nodes={parsed().nodes} context={context()} scale={1} />
      </div>
      <Show when={parsed().isCut && props.onMore}>
        {(onMore) => (
          <p class="mfm-more">
            {app.m().text.cut} <TextLink onOpen={onMore()}>{app.m().text.cutOpen}</TextLink>
          </p>
        )}
      </Show>
    </>
  );
}

/** Emojis of a text, looked up in what came with it and then at the account's server. */
export function useEmojiSource(origin: () => TextOrigin): () => EmojiSource {
  const app = useApp();
  return createMemo(() => ({
    images: origin().emojis,
    host: origin().host,
    address: app.account(origin().accountId)?.emojiAddress ?? null,
  }));
}
