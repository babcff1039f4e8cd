import { createSignal, Show } from 'solid-js';
import type { MediaAddress } from '../../src-main/ipc/contract.ts';
import { whenPicturesLoadAgain } from '../app/pictures.ts';
import { initial } from './initial.ts';
import './avatar.css';

/** A person's picture, or the first letter of the name where there is none or it does not load. */
export function Avatar(props: {
  readonly image: MediaAddress | null;
  readonly name: string;
  readonly class?: string;
}) {
  const [broken, setBroken] = createSignal<MediaAddress | null>(null);
  whenPicturesLoadAgain(() => setBroken(null));
  return (
    <span class={`avatar ${props.class ?? ''}`} aria-hidden="true">
      <Show
        when={props.image !== broken() && props.image}
        fallback={<span class="avatar-initial">{initial(props.name)}</span>}
      >
        {(image) => (
          <img
            src={image()}
            alt=""
            loading="lazy"
            decoding="async"
            draggable={false}
            onError={() => setBroken(image())}
          />
        )}
      </Show>
    </span>
  );
}
