import { createMemo, For } from 'solid-js';
import type { FeedView, NoticeRule } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { Group } from '../../settings/rows/Group.tsx';
import '../feeds.css';
import './palette.css';
import { Conditions } from './Conditions.tsx';
import { FieldPalette } from './FieldPalette.tsx';
import { Preview } from './Preview.tsx';
import type { RulePreviews } from './previews.ts';
import { createFieldTarget } from './put-field.ts';
import { type TemplatePart, typedIndex } from './rule.ts';
import { SavedRule } from './SavedRule.tsx';
import { TemplateRow } from './TemplateRow.tsx';
import { UrgencyRow } from './UrgencyRow.tsx';

const firstParts = ['title', 'body', 'link'] as const;
const moreParts = ['icon', 'key', 'group'] as const;

/** The rule of a feed, being written, under the notice that comes of it. */
export function RuleForm(props: {
  readonly feed: FeedView;
  readonly rule: NoticeRule;
  readonly previews: RulePreviews;
  /** How many events there are to try it on. */
  readonly count: number;
  readonly onChange: (changes: Partial<NoticeRule>) => void;
}) {
  const app = useApp();
  const words = () => app.m().feeds.words;
  let title: HTMLInputElement | HTMLTextAreaElement | undefined;
  const target = createFieldTarget(() =>
    title === undefined ? undefined : { element: title, label: words().fields.title },
  );
  const fields = createMemo(() => {
    const tried = props.previews.tried();
    return tried.kind === 'seen' ? tried.event.fields : tried.fields;
  });
  /** What cannot be read, and where: a part's name, or `when.2` by the place in what is shown. */
  const problem = createMemo(() => {
    const preview = props.previews.preview();
    if (preview?.kind !== 'unreadable') return null;
    const [part = '', index] = preview.part.split('.');
    const place = index === undefined ? '' : `.${typedIndex(props.rule, Number(index))}`;
    return { at: part + place, text: preview.problem };
  });
  const problemAt = (at: string) => (problem()?.at === at ? (problem()?.text ?? '') : '');

  const row = (part: TemplatePart) => (
    <TemplateRow
      id={`feed-${part}`}
      label={words().fields[part]}
      hint={part === 'title' || part === 'body' ? undefined : words().hints[part]}
      lines={part === 'body'}
      value={props.rule[part]}
      problem={problemAt(part)}
      target={target}
      ref={(element) => {
        if (part === 'title') title = element;
      }}
      onInput={(value) => props.onChange({ [part]: value })}
    />
  );

  return (
    <Group title={words().title} hint={words().hint}>
      <Preview rule={props.rule} previews={props.previews} count={props.count} />
      <FieldPalette fields={fields()} target={target} first={words().fields.title} />
      <SavedRule feed={props.feed} rule={props.rule}>
        <For each={firstParts}>{row}</For>
        <Conditions
          when={props.rule.when}
          paths={fields().map(({ path }) => path)}
          problemOf={(index) => problemAt(`when.${index}`)}
          target={target}
          onChange={(when) => props.onChange({ when: [...when] })}
        />
        <details class="palette">
          <summary>{words().more}</summary>
          <For each={moreParts}>{row}</For>
          <UrgencyRow
            urgency={props.rule.urgency}
            problem={problemAt('urgency')}
            target={target}
            onChange={(urgency) => props.onChange({ urgency })}
          />
        </details>
      </SavedRule>
    </Group>
  );
}
