import { type JSX, Show } from 'solid-js';
import type { AccountView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { MoveButtons } from '../frame/Reorder.tsx';
import { StateDot } from '../frame/StateDot.tsx';
import { Avatar } from '../person/Avatar.tsx';
import { AccountName } from '../person/PersonName.tsx';
import { useSignInTo } from './sign-in-to.ts';

/** One account: who it is, how it is, its place among the others, and the ways out. */
export function AccountCard(props: {
  readonly account: AccountView;
  readonly index: number;
  readonly count: number;
  /** Of the element that says what low presence is. */
  readonly presenceTextId: string;
  readonly onMove: (step: -1 | 1) => void;
}) {
  const app = useApp();
  const words = () => app.m().accounts;
  return (
    <li
      class="account-card"
      data-id={props.account.id}
      style={{ '--account': props.account.color }}
    >
      <Avatar image={props.account.avatar} name={props.account.name} />
      <div class="account-card-words">
        <p class="account-card-name">
          <AccountName account={props.account} />
          <Show when={props.account.demo}>
            <Mark>{app.m().account.demo}</Mark>
          </Show>
          <Show when={props.account.guest}>
            <Mark>{words().guest}</Mark>
          </Show>
          <Show when={props.account.unread > 0}>
            <Mark>{words().unread(props.account.unread)}</Mark>
          </Show>
        </p>
        <Show when={!props.account.guest}>
          <p class="account-card-handle" title={props.account.handle}>
            <bdi>{props.account.handle}</bdi>
          </p>
        </Show>
        <p class="account-card-state">
          <StateDot state={props.account.state} />
          {props.account.stateText}
        </p>
      </div>
      <Show when={props.count > 1}>
        <MoveButtons
          up={words().up(props.account.handle)}
          down={words().down(props.account.handle)}
          index={props.index}
          count={props.count}
          onMove={props.onMove}
        />
      </Show>
      <div class="account-card-foot">
        <Show when={!props.account.guest}>
          <PresenceSwitch account={props.account} textId={props.presenceTextId} />
        </Show>
        <Ways account={props.account} />
      </div>
    </li>
  );
}

function Mark(props: { readonly children: JSX.Element }) {
  return <span class="account-card-mark">{props.children}</span>;
}

function PresenceSwitch(props: { readonly account: AccountView; readonly textId: string }) {
  const app = useApp();
  return (
    <label class="presence">
      <input
        type="checkbox"
        checked={props.account.presence === 'polling'}
        aria-label={app.m().accounts.presenceOf(props.account.handle)}
        aria-describedby={props.textId}
        onChange={(event) =>
          app.actions.setPresence(
            props.account.id,
            event.currentTarget.checked ? 'polling' : 'stream',
          )
        }
      />
      {app.m().accounts.presence}
    </label>
  );
}

function Ways(props: { readonly account: AccountView }) {
  const app = useApp();
  const signInTo = useSignInTo();
  const leave = () =>
    props.account.guest ? app.m().accounts.stopWatching : app.m().account.signOut;
  return (
    <div class="account-card-ways">
      <Show when={props.account.needsSignIn || props.account.guest}>
        <button
          type="button"
          class="button small primary"
          onClick={() => signInTo(props.account.host)}
        >
          {props.account.guest ? app.m().accounts.signIn : app.m().account.signIn}
        </button>
      </Show>
      <button
        type="button"
        class="button small"
        aria-label={`${leave()}: ${props.account.handle}`}
        onClick={() => app.ask({ kind: 'sign-out', account: props.account })}
      >
        {leave()}
      </button>
    </div>
  );
}
