import { createMemo, Show } from 'solid-js';
import type { NoticeView } from '../../src-main/ipc/contract.ts';
import { makeAnswerable } from '../answers/answerable.ts';
import { useApp } from '../app/context.ts';
import { NoticeMenu } from '../history/NoticeMenu.tsx';
import { Icon } from '../icons/Icon.tsx';
import { Avatar } from '../person/Avatar.tsx';
import { EmojiText } from '../person/PersonName.tsx';
import { Age } from '../time/Age.tsx';
import { NoticeActions, reactToNotice, replyToNotice } from './NoticeActions.tsx';
import { NoticeGroup } from './NoticeGroup.tsx';
import { NoticePicture } from './NoticePicture.tsx';
import './notice.css';
import { noticeIcons } from './notice-icons.ts';
import { ReactionMark } from './ReactionMark.tsx';

/** One thing that happened: who, what, the start of it, and why it did not ring. */
export function NoticeItem(props: {
  readonly notice: NoticeView;
  /** It stands for itself, though the list of notices shows it in a group. */
  readonly alone?: boolean;
}) {
  const app = useApp();
  const source = () =>
    app.sources().length > 1
      ? app.sources().find(({ id }) => id === props.notice.accountId)
      : undefined;
  const feed = createMemo(() => app.state.feeds.find(({ id }) => id === props.notice.accountId));
  return (
    <div
      ref={(element) =>
        makeAnswerable(element, (key) => {
          if (key === 'reply') return replyToNotice(app, props.notice);
          return key === 'react' && reactToNotice(app, props.notice, element);
        })
      }
      class="notice"
      classList={{ unread: !props.notice.read }}
    >
      <Show when={source()}>
        {(owner) => (
          <span
            class="notice-account"
            style={{ '--account': owner().color }}
            title={app.m().notices.forAccount(owner().name)}
          >
            <Show when={feed() === undefined}>
              <span class="visually-hidden">{app.m().notices.forAccount(owner().name)}</span>
            </Show>
          </span>
        )}
      </Show>
      <Face notice={props.notice} />
      <div class="notice-main">
        <p class="notice-title">
          <Show
            when={feed() === undefined || props.notice.person !== null}
            fallback={<bdi>{props.notice.title}</bdi>}
          >
            <EmojiText
              text={props.notice.title}
              origin={{
                accountId: props.notice.accountId,
                host: props.notice.person?.host ?? null,
                emojis: props.notice.person?.emojis ?? {},
              }}
            />
          </Show>
        </p>
        <Show when={props.notice.body}>
          <p class="notice-body" dir="auto">
            {props.notice.body}
          </p>
        </Show>
        <Show when={feed()}>
          {(owner) => (
            <p class="notice-feed">
              <bdi>{owner().name}</bdi>
            </p>
          )}
        </Show>
        <Show when={props.notice.group}>
          {(members) => <NoticeGroup notice={props.notice} members={members()} />}
        </Show>
        <NoticeActions notice={props.notice} />
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
        <NoticeMenu notice={props.notice} alone={props.alone === true} />
      </div>
    </div>
  );
}

/** The person with a mark of what they did; the mark alone where there is no person, or several. */
function Face(props: { readonly notice: NoticeView }) {
  const person = () => (props.notice.group === null ? props.notice.person : null);
  const reaction = () => (props.notice.group === null ? props.notice.reaction : null);
  return (
    <div class="notice-face">
      <Show
        when={person()}
        fallback={
          <NoticePicture image={props.notice.picture}>
            <span class="notice-mark alone">
              <Icon name={noticeIcons[props.notice.icon]} />
            </span>
          </NoticePicture>
        }
      >
        {(known) => <Avatar image={known().avatar} name={known().name} />}
      </Show>
      <Show
        when={reaction()}
        fallback={
          <Show when={person()}>
            <span class="notice-mark badge">
              <Icon name={noticeIcons[props.notice.icon]} />
            </span>
          </Show>
        }
      >
        {(given) => (
          <span class="notice-reaction">
            <ReactionMark reaction={given()} />
          </span>
        )}
      </Show>
    </div>
  );
}
