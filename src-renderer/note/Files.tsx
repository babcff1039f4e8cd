import { createSignal, For, Match, Show, Switch } from 'solid-js';
import type { FileView, NoteView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { whenPicturesLoadAgain } from '../app/pictures.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { useItem } from '../lists/item.ts';
import { isViewable } from '../viewer/viewable.ts';
import { fileRatio, gridColumns, isPicture } from './file-grid.ts';
import './files.css';

const fileIcons = {
  image: 'file',
  video: 'player-play',
  audio: 'music',
  other: 'file',
} as const satisfies Record<FileView['kind'], IconName>;

/** A note's files: pictures as a grid of thumbnails, the rest as lines with their names. */
export function Files(props: { readonly note: NoteView }) {
  const pictures = () => props.note.files.filter(isPicture);
  const others = () => props.note.files.filter((file) => !isPicture(file));
  return (
    <>
      <Show when={pictures().length > 0}>
        <div class="files" data-columns={gridColumns(pictures().length)}>
          <For each={pictures()}>
            {(file) => <File file={file} note={props.note} single={pictures().length === 1} />}
          </For>
        </div>
      </Show>
      <Show when={others().length > 0}>
        <div class="files">
          <For each={others()}>
            {(file) => <File file={file} note={props.note} single={false} />}
          </For>
        </div>
      </Show>
    </>
  );
}

function File(props: {
  readonly file: FileView;
  readonly note: NoteView;
  readonly single: boolean;
}) {
  const app = useApp();
  const item = useItem();
  const [revealed, setRevealed] = createSignal(false);
  const [broken, setBroken] = createSignal(false);
  const [isAsked, setAsked] = createSignal(false);
  whenPicturesLoadAgain(() => setBroken(false));
  /** Left out to save, and not because it could not be had. */
  const isSpared = () =>
    isPicture(props.file) && broken() && !isAsked() && app.state.network.saving !== null;
  const isBlurred = () => props.file.sensitive && !revealed();
  const kind = () => app.m().files[props.file.kind];
  const description = () => props.file.comment ?? props.file.name;
  const hasPicture = () => isPicture(props.file) && !broken();
  const label = () => {
    if (isSpared()) return app.m().network.load(isBlurred() ? kind() : description());
    if (isBlurred()) return app.m().files.reveal(kind());
    const { comment, name, thumbnail } = props.file;
    // Where the file's name is seen, one may call it by that.
    const isNamed = comment !== null && !(hasPicture() && thumbnail);
    return app.m().files.open(kind(), isNamed ? `${name}, ${comment}` : description());
  };
  const open = () => {
    const { note, file } = props;
    if (isSpared()) {
      setAsked(true);
      setBroken(false);
    } else if (isBlurred()) setRevealed(true);
    else if (isViewable(file)) app.ask({ kind: 'viewer', note, fileId: file.id });
    else void app.actions.openFile(note.accountId, note.id, file.id);
  };

  const tileIcon = (): IconName => {
    if (isSpared()) return 'download';
    return isBlurred() ? 'eye-off' : fileIcons[props.file.kind];
  };

  return (
    <div
      class="file"
      classList={{ picture: isPicture(props.file), blurred: isBlurred() }}
      style={{ '--ratio': props.single ? fileRatio(props.file) : undefined }}
    >
      <button
        type="button"
        class="file-open"
        tabIndex={item.tabIndex()}
        aria-label={label()}
        title={isBlurred() ? label() : description()}
        onClick={open}
      >
        <Switch
          fallback={
            <span class="file-tile">
              <Icon name={tileIcon()} />
              <bdi class="file-name">{isBlurred() ? app.m().files.sensitive : props.file.name}</bdi>
            </span>
          }
        >
          <Match when={hasPicture() && props.file.thumbnail}>
            {(address) => (
              <>
                <img
                  src={isAsked() ? `${address()}?load` : address()}
                  alt={isBlurred() ? '' : (props.file.comment ?? '')}
                  loading="lazy"
                  decoding="async"
                  draggable={false}
                  onError={() => setBroken(true)}
                />
                <Show when={isBlurred()}>
                  <span class="file-veil">
                    <Icon name="eye-off" />
                    <span class="file-veil-text">{app.m().files.sensitive}</span>
                  </span>
                </Show>
                <Show when={!isBlurred() && props.file.comment}>
                  <span class="file-badge file-alt" aria-hidden="true" title={app.m().files.alt} />
                </Show>
                <Show when={!isBlurred() && props.file.kind === 'video'}>
                  <span class="file-badge">
                    <Icon name="player-play" />
                    <span class="file-veil-text">{kind()}</span>
                  </span>
                </Show>
              </>
            )}
          </Match>
        </Switch>
      </button>
      <Show when={props.file.sensitive && revealed()}>
        <button
          type="button"
          class="file-blur"
          tabIndex={item.tabIndex()}
          aria-label={app.m().files.blur}
          title={app.m().files.blur}
          onClick={() => setRevealed(false)}
        >
          <Icon name="eye-off" />
        </button>
      </Show>
    </div>
  );
}
