import type { MfmMention as MentionNode, MfmNode } from 'mfm-js';
import { type JSX, Show } from 'solid-js';
import type { AccountId } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { hostToShow, linkHost, mentionHandle, readableUrl } from './addresses.ts';
import { readableHost } from './host-name.ts';
import { TextLink } from './TextLink.tsx';

/** An address as it stands in a text, its host told apart from the rest. Plain text where it leads nowhere. */
export function MfmUrl(props: { readonly url: string }) {
  const app = useApp();
  const readable = () => readableUrl(props.url);
  return (
    <Show when={linkHost(props.url) !== null} fallback={<bdi>{readable().rest}</bdi>}>
      <TextLink title={props.url} onOpen={() => app.actions.openLink(props.url)}>
        <bdi>
          {readable().host}
          <span class="mfm-soft">{readable().rest}</span>
        </bdi>
      </TextLink>
    </Show>
  );
}

/** A link with a text of its own, and the host it really leads to where the text does not say it. Plain text where it leads nowhere. */
export function MfmLink(props: {
  readonly url: string;
  readonly label: readonly MfmNode[];
  readonly children: JSX.Element;
}) {
  const app = useApp();
  return (
    <Show when={linkHost(props.url) !== null} fallback={props.children}>
      <TextLink title={props.url} onOpen={() => app.actions.openLink(props.url)}>
        {props.children}
      </TextLink>
      <Show when={hostToShow(props.url, props.label)}>
        {(host) => <bdi class="mfm-host"> ({host()})</bdi>}
      </Show>
    </Show>
  );
}

export function MfmMention(props: {
  readonly mention: MentionNode['props'];
  /** The server of the text's author; null = the account's own. */
  readonly host: string | null;
  readonly accountId: AccountId;
}) {
  const app = useApp();
  const handle = () => mentionHandle(props.mention, props.host);
  return (
    <TextLink title={handle()} onOpen={() => app.actions.openUser(props.accountId, handle())}>
      <bdi>
        @{props.mention.username}
        <Show when={props.mention.host}>
          {(host) => <span class="mfm-soft">@{readableHost(host())}</span>}
        </Show>
      </bdi>
    </TextLink>
  );
}

export function MfmHashtag(props: { readonly tag: string; readonly accountId: AccountId }) {
  const app = useApp();
  return (
    <TextLink onOpen={() => app.actions.openHashtag(props.accountId, props.tag)}>
      <bdi>#{props.tag}</bdi>
    </TextLink>
  );
}
