import { createMemo, createSignal, onCleanup, onMount, Show } from 'solid-js';
import type { NoteView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { Shown } from './Shown.tsx';
import { isViewable, type ViewableFile } from './viewable.ts';
import './viewer.css';
import { ViewerBar } from './ViewerBar.tsx';
import { viewerCommandOf } from './viewer-keys.ts';
import { fitted, type Zoom, zoomStep } from './zoom.ts';

/** The pictures, videos and sounds of a note, one at a time over everything else. */
export function Viewer(props: {
  readonly note: NoteView;
  /** Which to begin with. */
  readonly fileId: string;
}) {
  const app = useApp();
  const files = props.note.files.filter(isViewable);
  const [index, setIndex] = createSignal(
    Math.max(
      0,
      files.findIndex(({ id }) => id === props.fileId),
    ),
  );
  // Whoever opened it has seen it already.
  const [revealed, setRevealed] = createSignal<ReadonlySet<string>>(new Set([props.fileId]));
  const [showsDescription, setShowsDescription] = createSignal(true);
  const [zoom, setZoom] = createSignal<Zoom>(fitted);
  const file = createMemo((): ViewableFile | undefined => files[index()]);
  let dialog: HTMLDialogElement | undefined;
  let zoomBy: ((factor: number) => void) | null = null;

  let isOver = false;
  onMount(() => {
    dialog?.showModal();
    // Not its first button: the keys turn over.
    dialog?.focus();
  });
  onCleanup(() => {
    isOver = true;
    dialog?.close();
  });
  const close = () => app.ask(null);
  const go = (step: 1 | -1) => {
    const next = index() + step;
    if (next < 0 || next >= files.length) return;
    zoomBy = null;
    setZoom(fitted);
    setIndex(next);
    keepFocus();
  };
  const isHidden = (one: ViewableFile) => one.sensitive && !revealed().has(one.id);
  const reveal = (one: ViewableFile) => {
    setRevealed((before) => new Set([...before, one.id]));
    keepFocus();
  };
  const open = (one: ViewableFile) =>
    app.actions.openFile(props.note.accountId, props.note.id, one.id);
  /** The button that had it may be gone: the keys would not reach the dialog any more. */
  const keepFocus = () => {
    if (dialog?.contains(document.activeElement) !== true) dialog?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const command = viewerCommandOf(
      { key: event.key, modified: event.ctrlKey || event.altKey || event.metaKey },
      event.target instanceof HTMLMediaElement,
    );
    if (command === null) return;
    event.preventDefault();
    if (command === 'next') go(1);
    else if (command === 'previous') go(-1);
    else if (command === 'zoom-in') zoomBy?.(zoomStep);
    else if (command === 'zoom-out') zoomBy?.(1 / zoomStep);
    else setZoom(fitted);
  };

  return (
    <dialog
      ref={dialog}
      class="viewer"
      tabIndex={-1}
      aria-label={app
        .m()
        .viewer.title(app.m().files[file()?.kind ?? 'other'], index() + 1, files.length)}
      on:cancel={(event) => {
        event.preventDefault();
        close();
      }}
      on:close={() => {
        if (!isOver) close();
      }}
      onKeyDown={onKeyDown}
    >
      <Show when={file()}>
        {(shown) => (
          <>
            <ViewerBar
              file={shown()}
              position={index() + 1}
              count={files.length}
              zoom={shown().kind === 'image' && !isHidden(shown()) ? zoom() : null}
              onZoom={(factor) => (factor === null ? setZoom(fitted) : zoomBy?.(factor))}
              description={shown().comment === null ? null : showsDescription()}
              onDescription={() => setShowsDescription((before) => !before)}
              onOpen={() => open(shown())}
              onClose={close}
            />
            <div class="viewer-stage">
              <Show
                when={!isHidden(shown())}
                fallback={
                  <button type="button" class="viewer-veil" onClick={() => reveal(shown())}>
                    <Icon name="eye-off" />
                    {app.m().files.reveal(app.m().files[shown().kind])}
                  </button>
                }
              >
                <Show when={shown()} keyed>
                  {(one) => (
                    <Shown
                      file={one}
                      zoom={zoom()}
                      onZoom={(change) => setZoom(change)}
                      onReady={(by) => {
                        zoomBy = by;
                      }}
                      onOpen={() => open(one)}
                    />
                  )}
                </Show>
              </Show>
              <Show when={index() > 0}>
                <Step to="previous" icon="chevron-left" onClick={() => go(-1)} />
              </Show>
              <Show when={index() < files.length - 1}>
                <Step to="next" icon="chevron-right" onClick={() => go(1)} />
              </Show>
            </div>
            <Show when={showsDescription() && !isHidden(shown()) && shown().comment}>
              {(comment) => (
                <p class="viewer-description" dir="auto">
                  {comment()}
                </p>
              )}
            </Show>
          </>
        )}
      </Show>
    </dialog>
  );
}

function Step(props: {
  readonly to: 'previous' | 'next';
  readonly icon: 'chevron-left' | 'chevron-right';
  readonly onClick: () => void;
}) {
  const app = useApp();
  const label = () => app.m().viewer[props.to];
  return (
    <button
      type="button"
      class={`viewer-step ${props.to}`}
      aria-label={label()}
      title={label()}
      onClick={() => props.onClick()}
    >
      <Icon name={props.icon} />
    </button>
  );
}
