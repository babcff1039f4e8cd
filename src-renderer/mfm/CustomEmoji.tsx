import { createSignal, type JSX, Show } from 'solid-js';
import type { MediaAddress } from '../../src-main/ipc/contract.ts';
import { whenPicturesLoadAgain } from '../app/pictures.ts';
import './emoji.css';

/** A custom emoji's picture; `instead`, or its `:name:`, where there is none or it does not load. */
export function CustomEmoji(props: {
  readonly name: string;
  readonly image: MediaAddress | null;
  readonly instead?: JSX.Element;
}) {
  const [broken, setBroken] = createSignal<MediaAddress | null>(null);
  whenPicturesLoadAgain(() => setBroken(null));
  const code = () => `:${props.name}:`;
  return (
    <Show when={props.image !== broken() && props.image} fallback={props.instead ?? code()}>
      {(image) => (
        <img
          class="emoji"
          src={image()}
          alt={code()}
          title={code()}
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setBroken(image())}
        />
      )}
    </Show>
  );
}
