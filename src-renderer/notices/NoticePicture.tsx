import { createSignal, type JSX, Show } from 'solid-js';
import type { MediaAddress } from '../../src-main/ipc/contract.ts';
import { whenPicturesLoadAgain } from '../app/pictures.ts';

/** The picture that came with a notice; what is given besides, where there is none or it does not load. */
export function NoticePicture(props: {
  readonly image: MediaAddress | null;
  readonly children: JSX.Element;
}) {
  const [broken, setBroken] = createSignal<MediaAddress | null>(null);
  whenPicturesLoadAgain(() => setBroken(null));
  return (
    <Show when={props.image !== broken() && props.image} fallback={props.children}>
      {(image) => (
        <img
          class="notice-picture"
          src={image()}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setBroken(image())}
        />
      )}
    </Show>
  );
}
