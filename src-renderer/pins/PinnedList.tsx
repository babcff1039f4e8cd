import { createMemo, For, Index, Show } from 'solid-js';
import type {
  AccountView,
  CallAnswer,
  PinnedTimeline,
  TimelineSwitches,
} from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { followMoves, MoveButtons } from '../frame/Reorder.tsx';
import { Icon } from '../icons/Icon.tsx';
import { timelineIcons, timelineName } from '../timeline/timeline-name.ts';
import { createDrag } from './drag.ts';

/** The pinned timelines of an account, in their order, with what each shows. */
export function PinnedList(props: {
  readonly account: AccountView;
  readonly onResult: <Data>(result: CallAnswer<Data>) => CallAnswer<Data>;
}) {
  const app = useApp();
  const words = () => app.m().pins;
  let list: HTMLUListElement | undefined;
  const keys = createMemo(() => props.account.timelines.map(({ key }) => key));
  const follow = followMoves(keys, () => list);
  const move = (key: string, index: number) =>
    void app.actions.moveTimeline(props.account.id, key, index);
  const drag = createDrag(keys, move);
  const nameOf = (pinned: PinnedTimeline) => timelineName(pinned, app.m().timeline);

  const unpin = async (key: string) => {
    const result = await app.actions.unpinTimeline(props.account.id, key);
    props.onResult(result.ok ? { ok: true, data: null } : result);
  };
  const change = async (pinned: PinnedTimeline, changes: Partial<TimelineSwitches>) => {
    const ref = { accountId: props.account.id, key: pinned.key };
    const switches = { ...pinned.spec.switches, ...changes };
    const result = await app.actions.switchTimeline(ref.accountId, ref.key, switches);
    if (props.onResult(result).ok && result.ok) app.nav.columns.rename(ref, result.data);
  };

  return (
    <section class="pins-pinned">
      <h3>{words().pinned}</h3>
      <ul class="pins-list" ref={list} onDrop={drag.drop}>
        {/* By place, not by item: other switches make it another timeline, at the same place. */}
        <Index each={props.account.timelines}>
          {(pinned, index) => (
            <li
              class="pin"
              data-id={pinned().key}
              classList={{
                dragged: drag.dragged() === pinned().key,
                'gap-above': drag.gap() === index,
                'gap-below': index === keys().length - 1 && drag.gap() === index + 1,
              }}
              draggable="true"
              onDragStart={(event) => drag.start(event, pinned().key)}
              onDragOver={(event) => drag.over(event, index)}
              onDragEnd={drag.end}
            >
              <div class="pin-row">
                <span class="pin-grip" title={words().drag}>
                  <Icon name="grip-vertical" />
                </span>
                <Icon name={timelineIcons[pinned().spec.kind]} />
                <bdi class="pin-name" title={nameOf(pinned())}>
                  {nameOf(pinned())}
                </bdi>
                <MoveButtons
                  up={words().up(nameOf(pinned()))}
                  down={words().down(nameOf(pinned()))}
                  index={index}
                  count={keys().length}
                  onMove={(step) => {
                    follow(pinned().key, step);
                    move(pinned().key, index + step);
                  }}
                />
                <button
                  type="button"
                  class="icon-button move-button"
                  aria-label={words().unpin(nameOf(pinned()))}
                  title={keys().length === 1 ? words().last : words().unpin(nameOf(pinned()))}
                  disabled={keys().length === 1}
                  onClick={() => unpin(pinned().key)}
                >
                  <Icon name="pinned-off" />
                </button>
              </div>
              <Show when={pinned().switches.length > 0}>
                <Switches
                  pinned={pinned()}
                  name={nameOf(pinned())}
                  onChange={(changes) => change(pinned(), changes)}
                />
              </Show>
            </li>
          )}
        </Index>
      </ul>
    </section>
  );
}

function Switches(props: {
  readonly pinned: PinnedTimeline;
  readonly name: string;
  readonly onChange: (changes: Partial<TimelineSwitches>) => Promise<void>;
}) {
  const app = useApp();
  return (
    <fieldset class="pin-switches">
      <legend class="visually-hidden">{app.m().pins.switchesOf(props.name)}</legend>
      <For each={props.pinned.switches}>
        {(name) => (
          <label class="pin-switch">
            <input
              type="checkbox"
              checked={props.pinned.spec.switches[name]}
              onChange={async (event) => {
                const box = event.currentTarget;
                await props.onChange({ [name]: box.checked });
                // What the server refused stays as it was.
                box.checked = props.pinned.spec.switches[name];
              }}
            />
            {app.m().pins.switches[name]}
          </label>
        )}
      </For>
    </fieldset>
  );
}
