import { For, Show } from 'solid-js';
import type { PollView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import type { TextOrigin } from '../mfm/Mfm.tsx';
import { EmojiText } from '../person/PersonName.tsx';
import { clockText } from '../time/age.ts';
import './poll.css';
import { pollShares, totalVotes } from './poll-shares.ts';

/** A poll's choices with their share of the votes. */
export function Poll(props: { readonly poll: PollView; readonly origin: TextOrigin }) {
  const app = useApp();
  const shares = () => pollShares(props.poll);
  const expiry = () => {
    const at = props.poll.expiresAt;
    if (at === null) return null;
    return at <= app.now()
      ? app.m().poll.ended
      : app.m().poll.ends(clockText(at, app.now(), app.locale()));
  };
  return (
    <section class="poll" aria-label={app.m().poll.label}>
      <ul>
        <For each={props.poll.choices}>
          {(choice, index) => (
            <li class="poll-choice" style={{ '--share': `${shares()[index()] ?? 0}%` }}>
              <span class="poll-text">
                <Show when={choice.mine}>
                  <span class="poll-mine" title={app.m().poll.mine}>
                    <Icon name="check" />
                    <span class="visually-hidden">{app.m().poll.mine}</span>
                  </span>
                </Show>
                <EmojiText text={choice.text} origin={props.origin} />
              </span>
              <span class="poll-share" title={app.m().poll.votes(choice.votes)}>
                {shares()[index()] ?? 0} %
              </span>
            </li>
          )}
        </For>
      </ul>
      <p class="poll-foot">
        {app.m().poll.votes(totalVotes(props.poll))}
        <Show when={expiry()}>{(text) => <> · {text()}</>}</Show>
        <Show when={props.poll.multiple}> · {app.m().poll.multiple}</Show>
      </p>
    </section>
  );
}
