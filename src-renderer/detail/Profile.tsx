import { For, Show } from 'solid-js';
import type { UserView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { Mfm } from '../mfm/Mfm.tsx';
import { Avatar } from '../person/Avatar.tsx';
import { PersonName } from '../person/PersonName.tsx';
import { Relation } from './Relation.tsx';

/** A person: who they are, what they say of themselves, and how many they know. */
export function Profile(props: { readonly user: UserView }) {
  const app = useApp();
  const person = () => props.user.person;
  const numbers = () => [
    { label: app.m().detail.notes, value: props.user.notesCount },
    { label: app.m().detail.following, value: props.user.followingCount },
    { label: app.m().detail.followers, value: props.user.followersCount },
  ];
  const written = (value: number) => new Intl.NumberFormat(app.locale()).format(value);
  return (
    <article class="profile">
      <Avatar class="large" image={person().avatar} name={person().name} />
      <h2 class="profile-name">
        <PersonName person={person()} accountId={props.user.accountId} />
        <Show when={person().isBot}>
          <span class="note-mark" title={app.m().note.bot}>
            <Icon name="robot" />
            <span class="visually-hidden">{app.m().note.bot}</span>
          </span>
        </Show>
        <Show when={props.user.relation?.locked}>
          <span class="note-mark" title={app.m().answers.person.locked}>
            <Icon name="lock" />
            <span class="visually-hidden">{app.m().answers.person.locked}</span>
          </span>
        </Show>
      </h2>
      <bdi class="profile-handle">{person().handle}</bdi>
      <Show when={props.user.relation}>
        {(relation) => <Relation user={props.user} relation={relation()} />}
      </Show>
      <Show when={props.user.description}>
        {(text) => (
          <div class="profile-text">
            <Mfm
              text={text()}
              origin={{
                accountId: props.user.accountId,
                host: person().host,
                emojis: person().emojis,
              }}
            />
          </div>
        )}
      </Show>
      <dl class="profile-numbers">
        <For each={numbers()}>
          {(number) => (
            <Show when={number.value !== null && { value: number.value }}>
              {(known) => (
                <div>
                  <dt>{number.label}</dt>
                  <dd>{written(known().value)}</dd>
                </div>
              )}
            </Show>
          )}
        </For>
      </dl>
    </article>
  );
}
