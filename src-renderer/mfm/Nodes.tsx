import type { MfmNode } from 'mfm-js';
import { For } from 'solid-js';
import type { AccountId } from '../../src-main/ipc/contract.ts';
import { CustomEmoji } from './CustomEmoji.tsx';
import { type EmojiSource, emojiImage } from './emoji.ts';
import { Fn } from './Fn.tsx';
import { MfmHashtag, MfmLink, MfmMention, MfmUrl } from './Links.tsx';
import { Search } from './Search.tsx';

/** What the nodes of one text have in common. */
export interface NodesContext {
  readonly accountId: AccountId;
  /** The author's server; null = the account's own. */
  readonly host: string | null;
  readonly emojis: () => EmojiSource;
}

/** Nodes of a parsed text as elements. What a stranger wrote only ever becomes text, never markup. */
export function Nodes(props: {
  readonly nodes: readonly MfmNode[];
  readonly context: NodesContext;
  /** How many times larger than its box the text is drawn already. */
  readonly scale: number;
}) {
  const children = (nodes: readonly MfmNode[], scale = props.scale) => (
    <Nodes nodes={nodes} context={props.context} scale={scale} />
  );

  const element = (node: MfmNode) => {
    const { context } = props;
    switch (node.type) {
      case 'text':
        return node.props.text;
      case 'unicodeEmoji':
        return <span class="unicode-emoji">{node.props.emoji}</span>;
      case 'emojiCode':
        return (
          <CustomEmoji
            name={node.props.name}
            image={emojiImage(node.props.name, context.emojis())}
          />
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
        return (
          <MfmMention mention={node.props} host={context.host} accountId={context.accountId} />
        );
      case 'hashtag':
        return <MfmHashtag tag={node.props.hashtag} accountId={context.accountId} />;
      case 'url':
        return <MfmUrl url={node.props.url} />;
      case 'link':
        return (
          <MfmLink url={node.props.url} label={node.children}>
            {children(node.children)}
          </MfmLink>
        );
      case 'search':
        return <Search query={node.props.query} />;
      case 'fn':
        return <Fn fn={node} scale={props.scale} children={children} />;
      case 'plain':
        return children(node.children);
    }
  };

  return <For each={props.nodes}>{element}</For>;
}
