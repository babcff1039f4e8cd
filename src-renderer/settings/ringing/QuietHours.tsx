import { createSignal, For, Index, Show } from 'solid-js';
import { useApp } from '../../app/context.ts';
import { Icon } from '../../icons/Icon.tsx';
import { useSettings } from '../changes.ts';
import { Group } from '../rows/Group.tsx';
import { SwitchRow } from '../rows/SwitchRow.tsx';
import {
  fieldTime,
  minutesIn,
  mostSpans,
  newSpan,
  type QuietSpan,
  regionalTag,
  spanText,
  weekdayName,
  weekdaysFrom,
  withDay,
} from './spans.ts';

/** When nothing rings, by the week. */
export function QuietHours() {
  const app = useApp();
  const words = () => app.m().ringing.quiet;
  const { settings, change } = useSettings();
  const hours = () => settings().rules.quietHours;
  const [said, setSaid] = createSignal('');
  let add: HTMLButtonElement | undefined;
  const keep = (changes: Partial<ReturnType<typeof hours>>) =>
    void change({ rules: { ...settings().rules, quietHours: { ...hours(), ...changes } } });
  return (
    <Group title={words().title}>
      <SwitchRow
        id="quiet-hours"
        label={words().on}
        hint={words().onHint}
        checked={hours().on}
        onChange={(on) =>
          keep({ on, ...(on && hours().spans.length === 0 ? { spans: [newSpan] } : {}) })
        }
      />
      <Show when={hours().on}>
        <Index each={hours().spans}>
          {(span, index) => (
            <Span
              span={span()}
              number={index + 1}
              onChange={(next) => keep({ spans: hours().spans.with(index, next) })}
              onRemove={() => {
                add?.focus();
                setSaid(words().removed(index + 1));
                keep({ spans: hours().spans.toSpliced(index, 1) });
              }}
            />
          )}
        </Index>
        <div class="span-add">
          <button
            ref={add}
            type="button"
            class="button small"
            disabled={hours().spans.length >= mostSpans}
            onClick={() => keep({ spans: [...hours().spans, newSpan] })}
          >
            <Icon name="plus" />
            {words().add}
          </button>
        </div>
      </Show>
      <p class="visually-hidden" role="status">
        {said()}
      </p>
    </Group>
  );
}

function Span(props: {
  readonly span: QuietSpan;
  /** Counted from 1. */
  readonly number: number;
  readonly onChange: (span: QuietSpan) => void;
  readonly onRemove: () => void;
}) {
  const app = useApp();
  const words = () => app.m().ringing.quiet;
  const tag = () => regionalTag(app.locale(), navigator.language);
  return (
    <fieldset class="span">
      <legend class="visually-hidden">{words().span(props.number)}</legend>
      <div class="span-head">
        <p aria-live="polite">{spanText(props.span, tag(), words())}</p>
        <button
          type="button"
          class="icon-button"
          aria-label={words().remove(props.number)}
          title={words().remove(props.number)}
          onClick={() => props.onRemove()}
        >
          <Icon name="trash" />
        </button>
      </div>
      <fieldset class="span-days">
        <legend class="visually-hidden">{words().days}</legend>
        <For each={weekdaysFrom(tag())}>
          {(day) => (
            <label class="span-day" title={weekdayName(day, tag(), 'long')}>
              <input
                type="checkbox"
                class="visually-hidden"
                aria-label={weekdayName(day, tag(), 'long')}
                checked={props.span.days.includes(day)}
                onChange={(event) =>
                  props.onChange(withDay(props.span, day, event.currentTarget.checked))
                }
              />
              <span aria-hidden="true">{weekdayName(day, tag(), 'short')}</span>
            </label>
          )}
        </For>
      </fieldset>
      <div class="span-times">
        <TimeField
          label={words().from}
          minutes={props.span.from}
          onChange={(from) => props.onChange({ ...props.span, from })}
        />
        <TimeField
          label={words().to}
          minutes={props.span.to}
          onChange={(to) => props.onChange({ ...props.span, to })}
        />
      </div>
    </fieldset>
  );
}

function TimeField(props: {
  readonly label: string;
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}) {
  const take = (field: HTMLInputElement) => {
    const minutes = minutesIn(field.value);
    // Half a time is none: what counts is shown again.
    field.value = fieldTime(props.minutes);
    if (minutes !== null && minutes !== props.minutes) props.onChange(minutes);
  };
  return (
    <label>
      {props.label}
      <input
        type="time"
        required
        value={fieldTime(props.minutes)}
        onBlur={(event) => take(event.currentTarget)}
        onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget)}
      />
    </label>
  );
}
