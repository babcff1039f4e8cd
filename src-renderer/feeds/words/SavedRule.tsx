import { createSignal, type JSX, Show } from 'solid-js';
import { unwrap } from 'solid-js/store';
import type { CallResult, FeedView, NoticeRule } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { FormFoot, focusFirstInvalid } from '../FormFoot.tsx';
import '../feeds.css';
import { isRuleChanged } from '../unsaved.ts';
import { isSameRule, plainCopy, sentRule } from './rule.ts';

/** The main process tells of a change at most so much later than it answers, in ms. */
const toldWithin = 1_000;

/** The fields of a rule, with what saves it, throws changes away, and goes back to what it began with. */
export function SavedRule(props: {
  readonly feed: FeedView;
  readonly rule: NoticeRule;
  readonly children: JSX.Element;
}) {
  const app = useApp();
  const words = () => app.m().feeds.words;
  const { feedDrafts } = app;
  const [isBusy, setBusy] = createSignal(false);
  const [error, setError] = createSignal('');
  const isChanged = () => isRuleChanged(props.feed, feedDrafts.rule(props.feed.id));

  const change = (rule: NoticeRule | null): Promise<CallResult> => {
    const { id, name, connection } = props.feed;
    return app.actions.changeFeed(id, {
      name,
      connection: structuredClone(unwrap(connection)),
      rule,
    });
  };
  const save = async (form: HTMLFormElement) => {
    const { id } = props.feed;
    const rule = sentRule(props.rule);
    setBusy(true);
    setError('');
    const result = await change(rule);
    setBusy(false);
    if (!result.ok) {
      setError(result.error || app.m().app.callFailed);
      focusFirstInvalid(form);
      return;
    }
    app.say({ kind: 'done', sentence: words().saved });
    // Until the feed comes with it, what was written is what is shown.
    setTimeout(() => {
      const draft = feedDrafts.rule(id);
      if (draft !== null && isSameRule(draft, rule)) feedDrafts.keepRule(id, null);
    }, toldWithin);
  };
  const discard = () => {
    const { id } = props.feed;
    const before = plainCopy(props.rule);
    setError('');
    feedDrafts.keepRule(id, null);
    app.say({
      kind: 'done',
      sentence: words().discarded,
      undo: () => feedDrafts.keepRule(id, before),
    });
  };
  /** Back to what the preset, or Suzu, says. */
  const giveUp = async () => {
    const { id, rule, preset } = props.feed;
    const before = rule === null ? null : plainCopy(rule);
    const result = await change(null);
    if (!result.ok) {
      setError(result.error || app.m().app.callFailed);
      return;
    }
    feedDrafts.keepRule(id, null);
    app.say({
      kind: 'done',
      sentence: preset === null ? words().became : words().becamePreset,
      undo: () => {
        if (before !== null) feedDrafts.keepRule(id, before);
      },
    });
  };

  return (
    <form
      class="rule-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy() && isChanged()) void save(event.currentTarget);
      }}
    >
      {props.children}
      <div class="rule-foot" classList={{ changed: isChanged() }}>
        <FormFoot
          label={isBusy() ? words().saving : words().save}
          isBusy={isBusy() || !isChanged()}
          error={error()}
        >
          <Show when={isChanged()}>
            <button type="button" class="button" onClick={discard}>
              {words().discard}
            </button>
          </Show>
          <Show when={!isChanged() && props.feed.rule !== null}>
            <button type="button" class="button" onClick={() => void giveUp()}>
              {props.feed.preset === null ? words().plainAgain : words().again}
            </button>
          </Show>
        </FormFoot>
      </div>
    </form>
  );
}
