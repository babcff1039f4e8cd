import { createSignal, For, Show } from 'solid-js';
import type { NoticeAction, NoticeView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { useItem } from '../lists/item.ts';

const primary: ReadonlySet<NoticeAction> = new Set(['follow-back', 'accept-follow']);

/** Writes an answer to what a notice is about. */
export function replyToNotice(app: ReturnType<typeof useApp>, notice: NoticeView): boolean {
  const { accountId, noteId } = notice;
  if (noteId === null || !notice.actions.includes('reply')) return false;
  app.answers.reply({ accountId, id: noteId });
  return true;
}

/** Lets the reader react to what a notice is about. */
export function reactToNotice(
  app: ReturnType<typeof useApp>,
  notice: NoticeView,
  anchor: Element,
): boolean {
  const { accountId, noteId } = notice;
  if (noteId === null || !notice.actions.includes('react')) return false;
  app.answers.pick({
    accountId,
    anchor,
    sensitive: true,
    stays: false,
    onPick: (text) => void app.actions.react(accountId, noteId, text),
  });
  return true;
}

/** What the reader may do about a notice, or what was done about it. */
export function NoticeActions(props: { readonly notice: NoticeView }) {
  const app = useApp();
  const item = useItem();
  const [pending, setPending] = createSignal(false);

  const answer = async (action: NoticeAction, button: Element) => {
    if (action === 'reply') replyToNotice(app, props.notice);
    else if (action === 'react') reactToNotice(app, props.notice, button);
    else {
      setPending(true);
      await app.actions.answerNotice(props.notice.id, action);
      setPending(false);
    }
  };

  return (
    <Show
      when={props.notice.answered === null}
      fallback={<p class="notice-answered">{props.notice.answered}</p>}
    >
      <Show when={props.notice.actions.length > 0}>
        <div class="notice-actions">
          <For each={props.notice.actions}>
            {(action) => (
              <button
                type="button"
                class="button small"
                classList={{ primary: primary.has(action) }}
                tabIndex={item.tabIndex()}
                disabled={pending()}
                onClick={(event) => {
                  // A press on the notice itself would open it.
                  event.stopPropagation();
                  void answer(action, event.currentTarget);
                }}
              >
                {app.m().answers.notice.actions[action]}
              </button>
            )}
          </For>
        </div>
      </Show>
    </Show>
  );
}
