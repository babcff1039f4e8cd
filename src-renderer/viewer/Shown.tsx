import { createSignal, Match, Show, Switch } from 'solid-js';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import { Picture } from './Picture.tsx';
import { Player } from './Player.tsx';
import type { ViewableFile } from './viewable.ts';
import type { Zoom } from './zoom.ts';

/** One file, and how it is doing. */
export function Shown(props: {
  readonly file: ViewableFile;
  readonly zoom: Zoom;
  readonly onZoom: (change: (before: Zoom) => Zoom) => void;
  readonly onReady: (zoomBy: (factor: number) => void) => void;
  /** Opens it in the browser. */
  readonly onOpen: () => void;
}) {
  const app = useApp();
  const [state, setState] = createSignal<'loading' | 'there' | 'failed'>('loading');
  const [attempt, setAttempt] = createSignal(0);
  // The browser asks again only for another address.
  const source = () => (attempt() === 0 ? props.file.media : `${props.file.media}?${attempt()}`);
  const kind = () => app.m().files[props.file.kind];
  return (
    <Switch>
      <Match when={state() === 'failed'}>
        <div class="viewer-failed" role="alert">
          <Icon name="alert-triangle" />
          <p>{app.m().viewer.failed(kind())}</p>
          <div class="viewer-failed-buttons">
            <button
              type="button"
              class="viewer-button"
              onClick={() => {
                setAttempt((before) => before + 1);
                setState('loading');
              }}
            >
              {app.m().viewer.retry}
            </button>
            <button type="button" class="viewer-button" onClick={() => props.onOpen()}>
              {app.m().viewer.openInBrowser}
            </button>
          </div>
        </div>
      </Match>
      <Match when={true}>
        <Show when={state() === 'loading'}>
          <div class="viewer-loading" role="status">
            <span class="spinner" />
            {app.m().viewer.loading}
          </div>
        </Show>
        <Show
          when={props.file.kind === 'image'}
          fallback={
            <Player
              file={props.file}
              source={source()}
              onLoad={() => setState('there')}
              onError={() => setState('failed')}
            />
          }
        >
          <Picture
            source={source()}
            description={props.file.comment ?? props.file.name}
            zoom={props.zoom}
            onZoom={props.onZoom}
            onReady={props.onReady}
            onLoad={() => setState('there')}
            onError={() => setState('failed')}
          />
        </Show>
      </Match>
    </Switch>
  );
}
