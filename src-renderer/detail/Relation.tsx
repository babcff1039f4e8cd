import { createSignal, type JSX, Show } from 'solid-js';
import type { CallResult, RelationView, UserView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import './relation.css';

/** How the account and a person stand to each other, and what can be done about it. */
export function Relation(props: { readonly user: UserView; readonly relation: RelationView }) {
  const app = useApp();
  const words = () => app.m().answers.person;
  const [pending, setPending] = createSignal(false);
  const canAnswer = () => app.account(props.user.accountId)?.canAnswer === true;

  type Call = (accountId: string, userId: string) => Promise<CallResult>;
  /** Makes a call on the person; the buttons wait for its answer. */
  const calling = (call: Call) => async () => {
    setPending(true);
    await call(props.user.accountId, props.user.person.userId);
    setPending(false);
  };

  const follow = (): {
    readonly label: string;
    readonly icon: IconName;
    readonly run: () => void;
  } => {
    const { following, requested, locked } = props.relation;
    if (following) {
      return { label: words().unfollow, icon: 'user-minus', run: calling(app.actions.unfollow) };
    }
    if (requested) {
      return { label: words().withdraw, icon: 'user-x', run: calling(app.actions.unfollow) };
    }
    return {
      label: locked ? words().askToFollow : words().follow,
      icon: 'user-plus',
      run: calling(app.actions.follow),
    };
  };

  return (
    <div class="relation">
      <p class="relation-words">
        <Show when={props.relation.following}>
          <Word>{words().following}</Word>
        </Show>
        <Show when={props.relation.followed}>
          <Word>{words().followsYou}</Word>
        </Show>
        <Show when={props.relation.requested && !props.relation.following}>
          <Word>{words().requested}</Word>
        </Show>
        <Show when={props.relation.muted}>
          <Word>{words().muted}</Word>
        </Show>
      </p>
      <Show when={canAnswer()}>
        <Show when={props.relation.requesting}>
          <div class="relation-request">
            <p>{words().asksToFollow}</p>
            <Button
              primary
              icon="user-check"
              label={words().accept}
              disabled={pending()}
              onPress={calling(app.actions.acceptFollow)}
            />
            <Button
              icon="user-x"
              label={words().reject}
              disabled={pending()}
              onPress={calling(app.actions.rejectFollow)}
            />
          </div>
        </Show>
        <div class="relation-buttons">
          <Button
            primary={!props.relation.following && !props.relation.requested}
            icon={follow().icon}
            label={follow().label}
            disabled={pending()}
            onPress={follow().run}
          />
          <Show when={props.relation.following}>
            <Button
              icon={props.relation.bell ? 'bell-ringing' : 'bell'}
              label={words().bell}
              pressed={props.relation.bell}
              disabled={pending()}
              onPress={calling((accountId, userId) =>
                app.actions.setUserBell(accountId, userId, !props.relation.bell),
              )}
            />
          </Show>
          <Show
            when={props.relation.muted}
            fallback={
              <Button
                icon="volume-3"
                label={words().mute}
                disabled={pending()}
                onPress={() =>
                  app.ask({
                    kind: 'mute',
                    accountId: props.user.accountId,
                    person: props.user.person,
                  })
                }
              />
            }
          >
            <Button
              icon="volume"
              label={words().unmute}
              disabled={pending()}
              onPress={calling(app.actions.unmute)}
            />
          </Show>
        </div>
      </Show>
    </div>
  );
}

function Word(props: { readonly children: JSX.Element }) {
  return <span class="relation-word">{props.children}</span>;
}

function Button(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly primary?: boolean;
  /** For a button that is on or off. */
  readonly pressed?: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      class="button small"
      classList={{ primary: props.primary === true, on: props.pressed === true }}
      aria-pressed={props.pressed}
      disabled={props.disabled}
      onClick={() => props.onPress()}
    >
      <Icon name={props.icon} />
      {props.label}
    </button>
  );
}
