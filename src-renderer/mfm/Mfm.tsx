import type { MfmNode } from 'mfm-js';
import { createMemo, For } from 'solid-js';
import type { AccountId, EmojiImages } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { CustomEmoji } from './CustomEmoji.tsx';
import { type EmojiSource, emojiImage } from './emoji.ts';
import { MfmHashtag, MfmLink, MfmMention, MfmUrl } from './Links.tsx';
import './mfm.css';
import { parseText } from './parse.ts';

/** Where a text comes from: decides its emojis and whom its mentions mean. */
export interface TextOrigin {
  readonly accountId: AccountId;
  /** The author's server; null = the account's own. */
  readonly host: string | null;
  readonly emojis: EmojiImages;
}

/** An MFM text, with its line breaks; each paragraph in the direction of its own script. */
export function Mfm(props: { readonly text: string; readonly origin: TextOrigin }) {
  const emojis = useEmojiSource(() => props.origin);
  return (
    <div class="mfm" dir="auto">
      <Nodes nodes={parseText(props.text)} origin={props.origin} emojis={emojis} />
    </div>
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

function Nodes(props: {
  readonly nodes: readonly MfmNode[];
  readonly origin: TextOrigin;
  readonly emojis: () => EmojiSource;
}) {
  const accountId = () => props.origin.accountId;
  const children = (nodes: readonly MfmNode[]) => (
    <Nodes nodes={nodes} origin={props.origin} emojis={props.emojis} />
  );

  const element = (node: MfmNode) => {
    switch (node.type) {
      case 'text':
        return node.props.text;
      case 'unicodeEmoji':
        return <span class="unicode-emoji">{node.props.emoji}</span>;
      case 'emojiCode':
        return (
          <CustomEmoji name={node.props.name} image={emojiImage(node.props.name, props.emojis())} />
        );
      case 'bold':
        return <b>{children(node.children)}</b>;
      case 'italic':
        return <i>{children(node.children)}</i>;
      case 'strike':
        return <s>{children(node.children)}</s>;
      case 'small':
        return <small>{children(node.children)}</small>;
      case 'center':
        return <div class="mfm-center">{children(node.children)}</div>;
      case 'quote':
        return <blockquote class="mfm-quote">{children(node.children)}</blockquote>;
      case 'inlineCode':
        return <code>{node.props.code}</code>;
      case 'mathInline':
        return <code>{node.props.formula}</code>;
      case 'blockCode':
        return (
          <pre>
            <code>{node.props.code}</code>
          </pre>
        );
      case 'mathBlock':
        return (
          <pre>
            <code>{node.props.formula}</code>
          </pre>
        );
      case 'mention':
        return <MfmMention mention={node.props} host={props.origin.host} accountId={accountId()} />;
      case 'hashtag':
        return <MfmHashtag tag={node.props.hashtag} accountId={accountId()} />;
      case 'url':
        return <MfmUrl url={node.props.url} />;
      case 'link':
        return (
          <MfmLink url={node.props.url} label={node.children}>
            {children(node.children)}
          </MfmLink>
        );
      case 'search':
        return <div>{node.props.content}</div>;
      case 'fn':
      case 'plain':
        return children(node.children);
    }
  };

  return <For each={props.nodes}>{element}</For>;
}
