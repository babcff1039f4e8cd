import { Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import { Icon } from '../icons/Icon.tsx';
import type { IconName } from '../icons/paths.ts';
import type { ViewableFile } from './viewable.ts';
import { type Zoom, zoomStep } from './zoom.ts';

/** What a file is called, and what can be done with it. */
export function ViewerBar(props: {
  readonly file: ViewableFile;
  /** From 1. */
  readonly position: number;
  readonly count: number;
  /** Null where there is nothing to zoom. */
  readonly zoom: Zoom | null;
  /** Null fits the picture in. */
  readonly onZoom: (factor: number | null) => void;
  /** Whether the description is shown; null where there is none. */
  readonly description: boolean | null;
  readonly onDescription: () => void;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}) {
  const app = useApp();
  const percent = () => Math.round((props.zoom?.scale ?? 1) * 100);
  return (
    <header class="viewer-bar">
      <Show when={props.count > 1}>
        <span class="viewer-count" aria-hidden="true">
          {props.position}/{props.count}
        </span>
      </Show>
      <bdi class="viewer-name" title={props.file.name}>
        {props.file.name}
      </bdi>
      <Show when={props.zoom !== null}>
        <BarButton
          icon="minus"
          label={app.m().viewer.zoomOut}
          onClick={() => props.onZoom(1 / zoomStep)}
        />
        <button
          type="button"
          class="viewer-button viewer-percent"
          aria-label={app.m().viewer.zoomReset(percent())}
          title={app.m().viewer.zoomReset(percent())}
          onClick={() => props.onZoom(null)}
        >
          {percent()}%
        </button>
        <BarButton
          icon="plus"
          label={app.m().viewer.zoomIn}
          onClick={() => props.onZoom(zoomStep)}
        />
      </Show>
      <Show when={props.description !== null}>
        <button
          type="button"
          class="viewer-button"
          aria-pressed={props.description === true}
          aria-label={`ALT: ${app.m().viewer.description}`}
          title={app.m().viewer.description}
          onClick={() => props.onDescription()}
        >
          ALT
        </button>
      </Show>
      <BarButton
        icon="external-link"
        label={app.m().viewer.openInBrowser}
        onClick={() => props.onOpen()}
      />
      <BarButton icon="x" label={app.m().app.close} onClick={() => props.onClose()} />
    </header>
  );
}

function BarButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="viewer-button"
      aria-label={props.label}
      title={props.label}
      onClick={() => props.onClick()}
    >
      <Icon name={props.icon} />
    </button>
  );
}
