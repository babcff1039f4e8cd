import { createSignal, For, Show } from 'solid-js';
import type { NoticeView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { useItem } from '../lists/item.ts';
import { Avatar } from '../person/Avatar.tsx';
import { PersonName } from '../person/PersonName.tsx';
import './group.css';
import { ReactionMark } from './ReactionMark.tsx';

type Members = NonNullable<NoticeView['group']>;

/** So many faces before the rest is a number. */
const fewFaces = 5;

/** Those who did the same to one note: their faces, and each by name when the reader asks. */
export function NoticeGroup(props: { readonly notice: NoticeView; readonly members: Members }) {
  const app = useApp();
  const item = useItem();
  const words = () => app.m().answers.notice;
  const [each, setEach] = createSignal(false);
  const faces = () => props.members.slice(0, fewFaces);
  const others = () => props.members.length - faces().length;
  return (
    <div class="notice-group">
      <button
        type="button"
        class="notice-faces"
        tabIndex={item.tabIndex()}
        aria-expanded={each()}
        title={each() ? words().showLess : words().showAll}
        onClick={(event) => {
          // A press on the notice itself would open it.
          event.stopPropagation();
          setEach((before) => !before);
        }}
      >
        <span class="visually-hidden">{each() ? words().showLess : words().showAll}</span>
        <For each={faces()}>{(member) => <Face member={member} />}</For>
        <Show when={others() > 0}>
          <span class="notice-others">{words().others(others())}</span>
        </Show>
      </button>
      <Show when={each()}>
        <ul class="notice-each">
          <For each={props.members}>
            {(member) => (
              <Show when={member.person}>
                {(person) => (
                  <li>
                    <Face member={member} />
                    <span class="notice-each-name">
                      <PersonName person={person()} accountId={props.notice.accountId} />
                    </span>
                    <bdi class="notice-each-handle">{person().handle}</bdi>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}

function Face(props: { readonly member: Members[number] }) {
  return (
    <span class="notice-member">
      <Avatar
        class="face"
        image={props.member.person?.avatar ?? null}
        name={props.member.person?.name ?? '?'}
      />
      <Show when={props.member.reaction}>
        {(reaction) => (
          <span class="notice-reaction">
            <ReactionMark reaction={reaction()} />
          </span>
        )}
      </Show>
    </span>
  );
}
