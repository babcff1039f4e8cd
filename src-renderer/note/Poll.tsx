import { createSignal, For, type JSX, Show } from 'solid-js';
import type { NoteView, PollView } from '../../src-main/ipc/contract.ts';
import { canVote } from '../answers/note-rules.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { useItem } from '../lists/item.ts';
import type { TextOrigin } from '../mfm/Mfm.tsx';
import { EmojiText } from '../person/PersonName.tsx';
import { clockText } from '../time/age.ts';
import './poll.css';
import { pollShares, totalVotes } from './poll-shares.ts';

/** A poll's choices with their share of the votes; those that may be voted for are buttons. */
export function Poll(props: {
  readonly note: NoteView;
  readonly poll: PollView;
  readonly origin: TextOrigin;
}) {
  const app = useApp();
  const shares = () => pollShares(props.poll);
  const [voting, setVoting] = createSignal(false);
  const expiry = () => {
    const at = props.poll.expiresAt;
    if (at === null) return null;
    return at <= app.now()
      ? app.m().poll.ended
      : app.m().poll.ends(clockText(at, app.now(), app.locale()));
  };
  const isOpen = (choice: number) =>
    app.account(props.note.accountId)?.canAnswer === true && canVote(props.poll, choice, app.now());
  const vote = async (choice: number) => {
    // A second press must not become a second vote.
    if (voting()) return;
    setVoting(true);
    await app.actions.vote(props.note.accountId, props.note.id, choice);
    setVoting(false);
  };
  return (
    <fieldset class="poll" aria-label={app.m().poll.label}>
      <ul>
        <For each={props.poll.choices}>
          {(choice, index) => (
            <li>
              <Choice
                label={app.m().answers.poll.vote(choice.text)}
                share={shares()[index()] ?? 0}
                isOpen={isOpen(index())}
                onVote={() => vote(index())}
              >
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
                  {shares()[index()] ?? 0}%
                </span>
              </Choice>
            </li>
          )}
        </For>
      </ul>
      <p class="poll-foot">
        {app.m().poll.votes(totalVotes(props.poll))}
        <Show when={expiry()}>{(text) => <> · {text()}</>}</Show>
        <Show when={props.poll.multiple}> · {app.m().poll.multiple}</Show>
      </p>
    </fieldset>
  );
}

function Choice(props: {
  readonly label: string;
  /** In percent. */
  readonly share: number;
  readonly isOpen: boolean;
  readonly onVote: () => void;
  readonly children: JSX.Element;
}) {
  const item = useItem();
  const style = () => ({ '--share': `${props.share}%` });
  return (
    <Show
      when={props.isOpen}
      fallback={
        <div class="poll-choice" style={style()}>
          {props.children}
        </div>
      }
    >
      <button
        type="button"
        class="poll-choice open"
        style={style()}
        tabIndex={item.tabIndex()}
        aria-label={props.label}
        title={props.label}
        onClick={() => props.onVote()}
      >
        {props.children}
      </button>
    </Show>
  );
}
