import { createSignal, createUniqueId, Show } from 'solid-js';
import type { NoteView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { useItem } from '../lists/item.ts';
import { noteAddress } from '../mfm/addresses.ts';
import { Mfm, type TextOrigin } from '../mfm/Mfm.tsx';
import { TextLink } from '../mfm/TextLink.tsx';
import { Files } from './Files.tsx';
import { Fold } from './Fold.tsx';
import { foldedParts } from './folded.ts';
import { Poll } from './Poll.tsx';
import { Quote } from './Quote.tsx';

/** What a note says: behind its content warning where it has one. `depth` counts quotes in quotes. */
export function NoteBody(props: {
  readonly note: NoteView;
  readonly whole: boolean;
  readonly depth: number;
}) {
  const app = useApp();
  const item = useItem();
  const contentId = createUniqueId();
  const [warned, setWarned] = createSignal(false);
  const [unfolded, setUnfolded] = createSignal(false);
  const origin = (): TextOrigin => ({
    accountId: props.note.accountId,
    host: props.note.author.host,
    emojis: props.note.emojis,
  });
  const openPage = () => {
    const host = app.account(props.note.accountId)?.host;
    if (host !== undefined) void app.actions.openLink(noteAddress(host, props.note.id));
  };
  const isShown = () => props.note.cw === null || warned();

  if (props.depth === 0) {
    item.onToggle(() => {
      if (props.note.cw !== null) setWarned((before) => !before);
      else setUnfolded((before) => !before);
    });
  }

  return (
    <div class="note-body">
      <Show when={props.note.replyTo}>
        {(reply) => (
          <p class="note-reply">
            <Icon name="arrow-back-up" />
            <TextLink
              class="quiet"
              onOpen={() => app.actions.openNote(props.note.accountId, reply().noteId)}
            >
              <bdi>{app.m().note.replyTo(reply().handle)}</bdi>
            </TextLink>
          </p>
        )}
      </Show>
      <Show when={props.note.cw !== null}>
        <div class="note-warning">
          <Mfm text={props.note.cw || app.m().note.warning} origin={origin()} />
          <button
            type="button"
            class="button small"
            tabIndex={item.tabIndex()}
            aria-expanded={warned()}
            aria-controls={contentId}
            onClick={() => setWarned((before) => !before)}
          >
            {warned() ? app.m().note.hide : app.m().note.show}
            <Show when={!warned()}>
              <span class="note-warning-size">
                {app.m().note.foldedSize(foldedParts(props.note))}
              </span>
            </Show>
          </button>
        </div>
      </Show>
      <div id={contentId} class="note-content" hidden={!isShown()}>
        <Show when={isShown()}>
          <Show when={props.note.hidden}>
            <p class="note-hidden">
              <Icon name="lock" />
              {app.m().note.hidden}
            </p>
          </Show>
          <Show when={props.note.text}>
            {(text) => (
              <Fold whole={props.whole} open={unfolded()} onOpen={setUnfolded}>
                <Mfm text={text()} origin={origin()} onMore={openPage} />
              </Fold>
            )}
          </Show>
          <Show when={props.note.files.length > 0}>
            <Files note={props.note} />
          </Show>
          <Show when={props.note.poll}>
            {(poll) => <Poll note={props.note} poll={poll()} origin={origin()} />}
          </Show>
          <Show when={props.note.kind === 'quote'}>
            <Quote note={props.note} depth={props.depth} />
          </Show>
        </Show>
      </div>
      <Show when={props.depth === 0 && props.note.channelName}>
        {(name) => (
          <p class="note-channel">
            <bdi>{app.m().note.channel(name())}</bdi>
          </p>
        )}
      </Show>
    </div>
  );
}
