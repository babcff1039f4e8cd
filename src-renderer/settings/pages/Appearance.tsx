import type { Settings } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { languageNames, locales } from '../../messages/index.ts';
import { useSettings } from '../changes.ts';
import type { SettingsPage } from '../page.ts';
import { ChoiceRow } from '../rows/ChoiceRow.tsx';
import { Group } from '../rows/Group.tsx';
import { SelectRow } from '../rows/SelectRow.tsx';

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark'];
const textSizes: readonly Settings['textSize'][] = [80, 90, 100, 110, 125, 150, 175, 200];
const opens: readonly Settings['clickOpens'][] = ['browser', 'window'];

/** How the window looks and speaks, and where a click leads. */
export const appearancePage: SettingsPage = {
  id: 'appearance',
  icon: 'palette',
  title: (m) => m.settings.pages.appearance,
  entries: ({ settings }) => [
    {
      id: 'theme',
      label: settings.theme,
      keywords: [...Object.values(settings.themes), settings.themeKeywords],
    },
    { id: 'text-size', label: settings.textSize, keywords: [settings.textSizeKeywords] },
    {
      id: 'language',
      label: settings.language,
      keywords: [...Object.values(languageNames), settings.languageKeywords],
    },
    { id: 'click-opens', label: settings.clickOpens, keywords: Object.values(settings.opens) },
  ],
  Page: Appearance,
};

function Appearance() {
  const app = useApp();
  const words = () => app.m().settings;
  const { settings, change } = useSettings();
  return (
    <>
      <Group title={words().looks}>
        <ChoiceRow
          id="theme"
          label={words().theme}
          value={settings().theme}
          options={themes.map((value) => ({ value, label: words().themes[value] }))}
          onChoose={(theme) => void change({ theme })}
        />
        <SelectRow
          id="text-size"
          label={words().textSize}
          hint={words().textSizeHint}
          value={String(settings().textSize)}
          options={textSizes.map((size) => ({
            value: String(size),
            label: words().percent(size),
          }))}
          onChoose={(chosen) => {
            const textSize = textSizes.find((size) => String(size) === chosen);
            if (textSize !== undefined) void change({ textSize });
          }}
        />
        <SelectRow
          id="language"
          label={words().language}
          value={settings().language}
          options={[
            { value: 'system' as const, label: words().languageSystem },
            ...locales.map((value) => ({ value, label: languageNames[value], lang: value })),
          ]}
          onChoose={(language) => void change({ language })}
        />
      </Group>
      <Group title={words().behaviour}>
        <ChoiceRow
          id="click-opens"
          label={words().clickOpens}
          value={settings().clickOpens}
          options={opens.map((value) => ({ value, label: words().opens[value] }))}
          onChoose={(clickOpens) => void change({ clickOpens })}
        />
      </Group>
    </>
  );
}
