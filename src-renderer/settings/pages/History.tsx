import { createResource, createSignal, Show } from 'solid-js';
import type { HistoryExtentView, Settings } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { dayText, sizeText } from '../../history/amounts.ts';
import { erasesAtOnce } from '../../history/shrinking.ts';
import type { Messages } from '../../messages/index.ts';
import { useSettings } from '../changes.ts';
import type { SettingsPage } from '../page.ts';
import { ButtonRow } from '../rows/ButtonRow.tsx';
import { Group } from '../rows/Group.tsx';
import { NumberRow } from '../rows/NumberRow.tsx';
import { Select } from '../rows/Select.tsx';
import { SelectRow } from '../rows/SelectRow.tsx';
import { SettingRow } from '../rows/SettingRow.tsx';

/** How long notices are kept, how much there is, and the ways out. */
export const historyPage: SettingsPage = {
  id: 'history',
  icon: 'history',
  title: (m) => m.history.page,
  entries: ({ history }) => [
    { id: 'history-days', label: history.keepFor, keywords: [history.keepForKeywords] },
    { id: 'history-room', label: history.room, keywords: [history.roomKeywords] },
    { id: 'history-extent', label: history.extentLabel, keywords: [history.kept] },
    { id: 'history-export', label: history.export, keywords: [history.exportKeywords] },
    { id: 'history-erase', label: history.eraseLabel, keywords: [history.eraseKeywords] },
  ],
  Page: History,
};

type Bounds = Settings['history'];

const always = 'always';
const offered = ['30', '90', '365', '1095'] as const;
const day = 24 * 60 * 60_000;
const ages = { all: null, month: 30 * day, year: 365 * day } as const;
type Age = keyof typeof ages;
const ageNames: readonly Age[] = ['all', 'month', 'year'];

function daysText(days: string, { history }: Messages): string {
  const named: Readonly<Record<string, string>> = history.days;
  return named[days] ?? history.otherDays(Number(days));
}

function History() {
  const app = useApp();
  const words = () => app.m().history;
  const [extent, { refetch }] = createResource(async () => {
    const answer = await app.actions.getHistoryExtent();
    return answer.ok ? answer.data : null;
  });
  return (
    <>
      <Keeping extent={extent() ?? null} onChanged={() => void refetch()} />
      <Group title={words().kept}>
        <SettingRow id="history-extent" label={words().extentLabel} group below>
          {() => (
            <p role="status">
              {extent.loading ? words().extentUnknown : <Extent of={extent() ?? null} />}
            </p>
          )}
        </SettingRow>
        <ButtonRow id="history-export" label={words().export} hint={words().exportHint}>
          <ExportButton format="json" />
          <ExportButton format="csv" />
        </ButtonRow>
      </Group>
      <Erasing onChanged={() => void refetch()} />
    </>
  );
}

function Extent(props: { readonly of: HistoryExtentView | null }) {
  const app = useApp();
  return (
    <Show when={props.of} fallback={app.m().history.failed}>
      {(extent) => (
        <Show when={extent().oldest} fallback={app.m().history.extentNone}>
          {(oldest) =>
            app
              .m()
              .history.extent(
                extent().count.toLocaleString(app.locale()),
                dayText(oldest(), app.locale()),
                sizeText(extent().bytes, app.locale()),
              )
          }
        </Show>
      )}
    </Show>
  );
}

function Keeping(props: {
  readonly extent: HistoryExtentView | null;
  readonly onChanged: () => void;
}) {
  const app = useApp();
  const words = () => app.m().history;
  const { settings, change } = useSettings();
  const history = () => settings().history;
  const current = () => (history().days === null ? always : String(history().days));
  const options = () => {
    // What an import or an earlier Suzu brought is shown as it is.
    const days = [...new Set<string>([...offered, current()])].filter((value) => value !== always);
    days.sort((a, b) => Number(a) - Number(b));
    return [...days, always].map((value) => ({ value, label: daysText(value, app.m()) }));
  };

  const keep = async (bounds: Bounds) => {
    const result = await change({ history: bounds });
    if (result.ok) props.onChanged();
  };
  /** Asks first where that erases something. */
  const ask = (changes: Partial<Bounds>, text: string) => {
    const bounds = { ...history(), ...changes };
    if (!erasesAtOnce(props.extent, history(), bounds, app.now())) {
      void keep(bounds);
      return;
    }
    app.ask({
      kind: 'erase',
      title: words().shrinkTitle,
      text,
      action: words().eraseNow,
      run: () => void keep({ ...history(), ...changes }),
    });
  };
  const chooseDays = (chosen: string) =>
    ask(
      { days: chosen === always ? null : Number(chosen) },
      words().shrinkText(daysText(chosen, app.m())),
    );

  return (
    <Group title={words().keeping}>
      <SelectRow
        id="history-days"
        label={words().keepFor}
        hint={words().keepForHint}
        value={current()}
        options={options()}
        onChoose={chooseDays}
      />
      <NumberRow
        id="history-room"
        label={words().room}
        hint={words().roomHint}
        value={history().megabytes}
        least={1}
        most={10_000}
        unit={words().megabytes}
        onChange={(megabytes) => ask({ megabytes }, words().shrinkRoomText(megabytes))}
      />
    </Group>
  );
}

function ExportButton(props: { readonly format: 'json' | 'csv' }) {
  const app = useApp();
  const [pending, setPending] = createSignal(false);
  const save = async () => {
    setPending(true);
    const answer = await app.actions.exportHistory(props.format);
    setPending(false);
    if (!answer.ok || answer.data.path === null) return;
    app.say({ kind: 'done', sentence: app.m().history.exported(answer.data.path) });
  };
  return (
    <button type="button" class="button small" disabled={pending()} onClick={() => void save()}>
      {app.m().history.exportAs(props.format.toUpperCase())}
    </button>
  );
}

function Erasing(props: { readonly onChanged: () => void }) {
  const app = useApp();
  const words = () => app.m().history;
  const [accountId, setAccountId] = createSignal('');
  const [age, setAge] = createSignal<Age>('all');
  const accounts = () => [
    {
      value: '',
      label: app.state.feeds.length > 0 ? words().allSources : words().allAccounts,
    },
    ...app.sources().map(({ id, name }) => ({ value: id, label: name })),
  ];
  const whose = () => accounts().find(({ value }) => value === accountId()) ?? accounts()[0];

  const erase = async () => {
    const length = ages[age()];
    const result = await app.actions.eraseHistory({
      accountId: whose()?.value || null,
      before: length === null ? null : Date.now() - length,
    });
    props.onChanged();
    if (!result.ok) return;
    app.say({ kind: 'done', sentence: words().erased });
    app.search.again();
  };
  const ask = () =>
    app.ask({
      kind: 'erase',
      title: words().eraseTitle,
      text: words().eraseText(whose()?.label ?? '', words().ages[age()]),
      action: words().eraseNow,
      run: () => void erase(),
    });

  return (
    <Group title={words().erase}>
      <ButtonRow id="history-erase" label={words().eraseLabel} hint={words().eraseHint} below>
        <Show when={accounts().length > 2}>
          <Select
            label={words().whose}
            value={whose()?.value ?? ''}
            options={accounts()}
            onChoose={setAccountId}
          />
        </Show>
        <Select
          label={words().age}
          value={age()}
          options={ageNames.map((value) => ({ value, label: words().ages[value] }))}
          onChoose={setAge}
        />
        <button type="button" class="button small danger" onClick={ask}>
          {words().eraseButton}
        </button>
      </ButtonRow>
    </Group>
  );
}
