import { createMemo, For } from 'solid-js';
import type { FeedView } from '../../src-main/ipc/contract.ts';
import { useApp } from '../app/context.ts';
import { useSettings } from '../settings/changes.ts';
import { KindRow } from '../settings/ringing/KindRows.tsx';
import { kindsOf, ruleOf, withRule } from '../settings/ringing/kinds.ts';
import { ownRules, withOwnRules } from '../settings/ringing/own-rules.ts';
import { Group } from '../settings/rows/Group.tsx';

/** How the notices of one feed are told and heard, each kind that it makes for itself. */
export function RingRows(props: { readonly feed: FeedView }) {
  const app = useApp();
  const words = () => app.m().feeds.page;
  const { settings, change } = useSettings();
  const kinds = createMemo(() => kindsOf(props.feed.types));
  const rules = () => ownRules(settings(), props.feed.id);
  return (
    <Group title={words().ring} hint={words().ringHint}>
      <For each={kinds()}>
        {(kind) => {
          const usual = () => ruleOf(settings().rules.types, kind);
          return (
            <KindRow
              kind={kind}
              name={kind.id === 'event' ? words().ringName : undefined}
              rowId={`${props.feed.id}-kind-${kind.id}`}
              rules={rules()}
              usual={{
                loudness: usual().loudness ?? 'ring',
                sound: usual().sound ?? settings().sound.general,
              }}
              canFollow
              onChange={(changed) => {
                const own = withRule(rules(), kind, changed);
                void change({ rules: withOwnRules(settings(), props.feed.id, own) });
              }}
            />
          );
        }}
      </For>
    </Group>
  );
}
