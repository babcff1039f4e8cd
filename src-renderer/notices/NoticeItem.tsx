import { Show } from 'solid-js';
import type { NoticeView, ReactionView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { CustomEmoji } from '../mfm/CustomEmoji.tsx';
import { Avatar } from '../person/Avatar.tsx';
import { EmojiText } from '../person/PersonName.tsx';
import { Age } from '../time/Age.tsx';
import './notice.css';
import { noticeIcons } from './notice-icons.ts';

/** One thing that happened: who, what, the start of it, and why it did not ring. */
export function NoticeItem(props: { readonly notice: NoticeView }) {
  const app = useApp();
  const account = () =>
    app.state.accounts.length > 1 ? app.account(props.notice.accountId) : undefined;
  return (
    <div class="notice" classList={{ unread: !props.notice.read }}>
      <Show when={account()}>
        {(owner) => (
          <span
            class="notice-account"
            style={{ '--account': owner().color }}
            title={app.m().notices.forAccount(owner().handle)}
          >
            <span class="visually-hidden">{app.m().notices.forAccount(owner().handle)}</span>
          </span>
        )}
      </Show>
      <Face notice={props.notice} />
      <div class="notice-main">
        <p class="notice-title">
          <EmojiText
            text={props.notice.title}
            origin={{
              accountId: props.notice.accountId,
              host: props.notice.person?.host ?? null,
              emojis: props.notice.person?.emojis ?? {},
            }}
          />
        </p>
        <Show when={props.notice.body}>
          <p class="notice-body" dir="auto">
            {props.notice.body}
          </p>
        </Show>
        <Show when={props.notice.reasonText}>
          {(reason) => (
            <p class="notice-reason">
              <Icon name="bell-off" />
              {reason()}
            </p>
          )}
        </Show>
      </div>
      <div class="notice-side">
        <span class="notice-age">
          <Age at={props.notice.createdAt} />
        </span>
        <Show when={!props.notice.read}>
          <span class="notice-unread" title={app.m().notices.unread}>
            <span class="visually-hidden">{app.m().notices.unread}</span>
          </span>
        </Show>
      </div>
    </div>
  );
}

/** The person with a mark of what they did; the mark alone where there is no person. */
function Face(props: { readonly notice: NoticeView }) {
  return (
    <div class="notice-face">
      <Show
        when={props.notice.person}
        fallback={
          <span class="notice-mark alone">
            <Icon name={noticeIcons[props.notice.icon]} />
          </span>
        }
      >
        {(person) => <Avatar image={person().avatar} name={person().name} />}
      </Show>
      <Show
        when={props.notice.reaction}
        fallback={
          <Show when={props.notice.person}>
            <span class="notice-mark badge">
              <Icon name={noticeIcons[props.notice.icon]} />
            </span>
          </Show>
        }
      >
        {(reaction) => (
          <span class="notice-reaction">
            <ReactionMark reaction={reaction()} />
          </span>
        )}
      </Show>
    </div>
  );
}

function ReactionMark(props: { readonly reaction: ReactionView }) {
  return (
    <Show when={props.reaction.name} fallback={props.reaction.key}>
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
