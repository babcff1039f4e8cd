import { Show } from 'solid-js';
import { useApp } from '../app/context.ts';
import '../frame/bar.css';
import { StateDot } from '../frame/StateDot.tsx';
import { stoppedFeeds } from './summary.ts';

/** Says over the lists which feeds came to a stop that only the user can end, and leads to them. */
export function FeedStrip() {
  const app = useApp();
  const words = () => app.m().feeds;
  const stopped = () => stoppedFeeds(app.state.feeds);
  const sentence = () => {
    const [first, ...others] = stopped();
    if (first === undefined) return '';
    return others.length === 0
      ? words().stopped(first.name, first.stateText)
      : words().feedsStopped(stopped().length);
  };
  const look = () => {
    const [first, ...others] = stopped();
    const isOne = first !== undefined && others.length === 0;
    app.nav.showFeed(isOne ? { kind: 'feed', id: first.id } : null);
  };
  return (
    <div role="status">
      <Show when={stopped().length > 0}>
        <div class="state-strip stopped">
          <StateDot state="refused" />
          <span class="state-words">{sentence()}</span>
          <button type="button" class="button small" onClick={look}>
            {words().look}
          </button>
        </div>
      </Show>
    </div>
  );
}
