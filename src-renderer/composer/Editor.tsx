import { createEffect, createSignal, createUniqueId, on, onMount, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { DraftView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { emojiGlyph } from '../emoji/reaction-text.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { AnsweredNote } from './AnsweredNote.tsx';
import { insertEmoji } from './caret.ts';
import { type Drafts, isTyped, startOf, type Written } from './drafts.ts';
import { EditorFoot } from './EditorFoot.tsx';
import { lengthLeft } from './length.ts';

/** Of a content warning, as every server takes it (PROTOCOL §5). */
const longestWarning = 100;

/** Where a note is written, once it is known what it may be. */
export function Editor(props: {
  readonly draft: DraftView;
  readonly draftKey: string;
  readonly drafts: Drafts;
  /** Gives out what closes the editor: at once, or after asking where something was typed. */
  readonly onLeave: (leave: () => void) => void;
}) {
  const app = useApp();
  const words = () => app.m().answers.compose;
  const errorId = createUniqueId();
  const { draft, drafts, draftKey } = props;
  const [now, setNow] = createStore<Written>(startOf(draft, drafts.get(draftKey)));
  const [posting, setPosting] = createSignal(false);
  const [failure, setFailure] = createSignal<string | null>(null);
  const [asking, setAsking] = createSignal(false);
  let textarea: HTMLTextAreaElement | undefined;

  const hasWarning = () => now.cw !== null;
  const lacksWarning = () => now.cw !== null && now.cw.trim() === '';
  const length = () => lengthLeft(now.text, draft.maxLength);
  const canPost = () => !posting() && !length().over && !lacksWarning() && now.text.trim() !== '';

  createEffect(
    on(
      () => ({ ...now }),
      (written) => {
        if (isTyped(draft, written)) drafts.keep(draftKey, draft.accountId, written);
        else drafts.drop(draftKey);
      },
      { defer: true },
    ),
  );

  const leave = () => {
    if (posting()) return;
    if (isTyped(draft, now)) setAsking(true);
    else void app.actions.closeComposer();
  };
  props.onLeave(leave);
  const discard = () => {
    drafts.drop(draftKey);
    setAsking(false);
    void app.actions.closeComposer();
  };

  const post = async () => {
    if (!canPost()) return;
    setPosting(true);
    setFailure(null);
    const { accountId, purpose } = draft;
    const result = await app.actions.postNote({
      accountId,
      purpose,
      text: now.text,
      cw: now.cw?.trim() ?? null,
      visibility: now.visibility,
      localOnly: now.localOnly,
    });
    setPosting(false);
    if (!result.ok) {
      setFailure(result.error || words().failed);
      textarea?.focus();
      return;
    }
    drafts.drop(draftKey);
    void app.actions.closeComposer();
    app.say({
      kind: 'done',
      sentence: words().posted,
      undo: () => void app.actions.deleteNote(accountId, result.data),
    });
  };

  const putIn = (emoji: string) => {
    if (textarea === undefined) return;
    const { selectionStart: start, selectionEnd: end } = textarea;
    const next = insertEmoji({ text: now.text, start, end }, emoji);
    setNow('text', next.text);
    textarea.setSelectionRange(next.start, next.end);
  };
  const pickEmoji = (anchor: Element) =>
    app.answers.pick({
      accountId: draft.accountId,
      anchor,
      sensitive: true,
      stays: true,
      onPick: (text, emoji) => putIn(emoji.kind === 'custom' ? text : emojiGlyph(emoji.character)),
    });

  onMount(() => {
    textarea?.focus();
    textarea?.setSelectionRange(now.text.length, now.text.length);
  });

  return (
    <form
      class="composer-form"
      onSubmit={(event) => {
        event.preventDefault();
        void post();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void post();
      }}
    >
      <div class="composer-body">
        <Show when={draft.note}>{(note) => <AnsweredNote note={note()} />}</Show>
        <Show when={hasWarning()}>
          <input
            class="composer-warning"
            type="text"
            aria-label={words().warning}
            aria-invalid={lacksWarning()}
            placeholder={words().warningHint}
            maxLength={longestWarning}
            value={now.cw ?? ''}
            onInput={(event) => setNow('cw', event.currentTarget.value)}
          />
        </Show>
        <textarea
          ref={textarea}
          class="composer-text"
          dir="auto"
          rows={4}
          aria-label={words().text}
          aria-invalid={length().over}
          aria-describedby={failure() === null ? undefined : errorId}
          placeholder={words().placeholder[draft.purpose.kind]}
          readOnly={posting()}
          value={now.text}
          onInput={(event) => setNow('text', event.currentTarget.value)}
        />
        <Show when={now.visibility === 'specified' && draft.recipients.length > 0}>
          <p class="composer-recipients">
            <bdi>{words().recipients(draft.recipients.join(' '))}</bdi>
          </p>
        </Show>
        <Show when={failure()}>
          {(sentence) => (
            <p id={errorId} class="composer-failure" role="alert">
              {sentence()}
            </p>
          )}
        </Show>
        <Show when={lacksWarning() && now.text.trim() !== ''}>
          <p class="composer-failure">{words().warningNeeded}</p>
        </Show>
      </div>
      <EditorFoot
        draft={draft}
        now={now}
        length={length()}
        posting={posting()}
        canPost={canPost()}
        onChange={(changes) => setNow(changes)}
        onEmoji={pickEmoji}
      />
      <Show when={asking()}>
        <Dialog title={words().discardTitle} onClose={() => setAsking(false)}>
          <div class="dialog-buttons">
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {words().keep}
            </button>
            <button type="button" class="button danger" onClick={discard}>
              {words().discard}
            </button>
          </div>
        </Dialog>
      </Show>
    </form>
  );
}
