import { useApp } from '../app/context.ts';
import { momentText } from '../time/age.ts';
import { distanceText } from '../time/distance.ts';

/** A moment that a note names: as the reader's clock and calendar say it, and how far away it is. */
export function UnixTime(props: { readonly at: { readonly ms: number } }) {
  const app = useApp();
  return (
    <time
      class="mfm-time"
      datetime={new Date(props.at.ms).toISOString()}
      title={distanceText(props.at.ms, app.now(), app.locale())}
    >
      {momentText(props.at.ms, app.locale())}
    </time>
  );
}
