import { Show } from 'solid-js';
import type { AccountId } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import type { Choice } from './choices.ts';
import { EmojiFace } from './EmojiFace.tsx';

/** The emoji that Enter would choose, by its name, and whether it is pinned. */
export function EmojiPreview(props: {
  readonly accountId: AccountId;
  readonly choice: Choice | null;
  readonly isPinned: (choice: Choice) => boolean;
  readonly onPin: (choice: Choice) => void;
}) {
  const app = useApp();
  const words = () => app.m().answers.emoji;
  return (
    <div class="emoji-preview">
      <Show when={props.choice}>
        {(choice) => {
          const label = () =>
            props.isPinned(choice()) ? words().unpin(choice().label) : words().pin(choice().label);
          return (
            <>
              <span class="emoji-preview-face" aria-hidden="true">
                <EmojiFace accountId={props.accountId} emoji={choice().emoji} />
              </span>
              <bdi class="emoji-preview-name">{choice().label}</bdi>
              <span class="emoji-preview-hint">{words().pinHint}</span>
              <button
                type="button"
                class="icon-button small"
                classList={{ on: props.isPinned(choice()) }}
                aria-label={label()}
                aria-pressed={props.isPinned(choice())}
                title={`${label()} (Ctrl+P)`}
                onClick={() => props.onPin(choice())}
              >
                <Icon name={props.isPinned(choice()) ? 'pinned-off' : 'pin'} />
              </button>
            </>
          );
        }}
      </Show>
    </div>
  );
}
