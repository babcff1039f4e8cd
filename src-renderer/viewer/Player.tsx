import { Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { Icon } from '../icons/Icon.tsx';
import type { ViewableFile } from './viewable.ts';

/** What of the browser's own controls makes no sense here: saving, and filling the screen. */
const without = 'nodownload nofullscreen noremoteplayback';

/** A video or a sound with the browser's own controls. It waits to be started. */
export function Player(props: {
  readonly file: ViewableFile;
  readonly source: string;
  readonly onLoad: () => void;
  readonly onError: () => void;
}) {
  const player = (kind: 'video' | 'audio') => (
    <Dynamic
      component={kind}
      ref={(element: HTMLMediaElement) => element.setAttribute('controlslist', without)}
      class={`viewer-${kind}`}
      src={props.source}
      poster={kind === 'video' ? (props.file.thumbnail ?? undefined) : undefined}
      controls
      preload="metadata"
      aria-label={props.file.comment ?? props.file.name}
      onLoadedMetadata={() => props.onLoad()}
      onError={() => props.onError()}
    />
  );
  return (
    <Show when={props.file.kind === 'audio'} fallback={player('video')}>
      <div class="viewer-sound">
        <Icon name="music" />
        <bdi class="viewer-sound-name">{props.file.name}</bdi>
        {player('audio')}
      </div>
    </Show>
  );
}
