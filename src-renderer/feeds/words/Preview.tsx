import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js';
import type { NoticeRule, RulePreview } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { Icon } from '../../icons/Icon.tsx';
import { Age } from '../../time/Age.tsx';
import './preview.css';
import type { RulePreviews } from './previews.ts';
import { typedIndex } from './rule.ts';

/** So long nothing is typed before the preview is read out, in ms. */
const spokenAfter = 1_200;

/** The notice that comes of an event as it stands, and of which one; with the way to others. */
export function Preview(props: {
  /** The rule that is being written; null where a preset says it. */
  readonly rule: NoticeRule | null;
  readonly previews: RulePreviews;
  readonly count: number;
}) {
  const app = useApp();
  const words = () => app.m().feeds.preview;
  const preview = () => props.previews.preview();
  const sentence = () => sentenceOf(preview(), props.rule, words(), props.previews.isFailed());
  const isUnreadable = () => preview()?.kind === 'unreadable';
  /** While the words cannot be read, for a brace is not closed yet, what they last said stays. */
  const toast = createMemo<NoticePreview | null>((before) => {
    const now = preview();
    if (now?.kind === 'notice') return now;
    return now?.kind === 'unreadable' ? before : null;
  }, null);
  const [spoken, setSpoken] = createSignal('');
  createEffect(
    on(
      () => JSON.stringify(props.rule),
      () => {
        const timer = setTimeout(() => {
          const shown = preview();
          setSpoken(
            shown?.kind === 'notice' ? words().spoken(shown.title, shown.body) : sentence(),
          );
        }, spokenAfter);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );
  return (
    <section class="preview" aria-label={words().title}>
      <EventStep previews={props.previews} count={props.count} />
      <Show when={toast()}>
        {(notice) => (
          <div class="preview-notice" classList={{ before: isUnreadable() }}>
            <div class="preview-toast">
              <span class="preview-icon">
                <Icon name={notice().icon === '' ? 'bell' : 'photo'} />
              </span>
              <div class="preview-words">
                <p class="preview-title" dir="auto">
                  {notice().title}
                </p>
                <Show when={notice().body}>
                  <p class="preview-body" dir="auto">
                    {notice().body}
                  </p>
                </Show>
              </div>
            </div>
            <Facts notice={notice()} />
          </div>
        )}
      </Show>
      <Show when={sentence()}>
        <p class="preview-none">{sentence()}</p>
      </Show>
      <p class="visually-hidden" role="status">
        {spoken()}
      </p>
    </section>
  );
}

type NoticePreview = Extract<RulePreview, { readonly kind: 'notice' }>;

/** Why there is no notice to be seen. */
function sentenceOf(
  preview: RulePreview | null,
  rule: NoticeRule | null,
  words: ReturnType<ReturnType<typeof useApp>['m']>['feeds']['preview'],
  isFailed: boolean,
): string {
  if (isFailed) return words.failed;
  switch (preview?.kind) {
    case 'filtered':
      return rule === null
        ? words.filteredByPreset
        : words.filtered(typedIndex(rule, preview.condition) + 1);
    case 'wordless':
      return words.wordless;
    case 'unreadable':
      return words.unreadable;
    default:
      return '';
  }
}

/** Which event it is, and the steps to its neighbours. */
function EventStep(props: { readonly previews: RulePreviews; readonly count: number }) {
  const app = useApp();
  const words = () => app.m().feeds.preview;
  const seen = () => {
    const tried = props.previews.tried();
    return tried.kind === 'seen' ? tried : null;
  };
  return (
    <div class="preview-step">
      <span class="preview-label">{words().title}</span>
      <Show when={seen()} fallback={<span class="preview-of">{words().example}</span>}>
        {(one) => (
          <>
            <span class="preview-of">
              <Show when={one().event.name}>
                <bdi>{one().event.name}</bdi>
              </Show>
              <Age at={one().event.at} />
            </span>
            <span class="visually-hidden">{words().position(one().position + 1, props.count)}</span>
            <StepButton
              label={words().newer}
              icon="chevron-left"
              isEnd={one().position === 0}
              onPress={() => props.previews.step(-1)}
            />
            <StepButton
              label={words().older}
              icon="chevron-right"
              isEnd={one().position === props.count - 1}
              onPress={() => props.previews.step(1)}
            />
          </>
        )}
      </Show>
    </div>
  );
}

function StepButton(props: {
  readonly label: string;
  readonly icon: 'chevron-left' | 'chevron-right';
  readonly isEnd: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      class="icon-button move-button"
      aria-label={props.label}
      title={props.label}
      // Not `disabled`: it may have the focus when the end is reached.
      aria-disabled={props.isEnd}
      onClick={() => !props.isEnd && props.onPress()}
    >
      <Icon name={props.icon} />
    </button>
  );
}

/** What a toast does not show: where it leads, and what makes it one with others. */
function Facts(props: { readonly notice: NoticePreview }) {
  const app = useApp();
  const words = () => app.m().feeds.words;
  const facts = () => {
    const { link, icon, key, group, urgency } = props.notice;
    return [
      [words().fields.link, link],
      [words().fields.icon, icon],
      [words().fields.key, key],
      [words().fields.group, group],
      [words().urgency, urgency === 'normal' ? '' : words().urgencies[urgency]],
    ].filter(([, value]) => value !== '');
  };
  return (
    <Show when={facts().length > 0}>
      <dl class="preview-facts">
        <For each={facts()}>
          {([label, value]) => (
            <div>
              <dt>{label}</dt>
              <dd title={value}>
                <bdi>{value}</bdi>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  );
}
