import { createResource, createSignal, Show } from 'solid-js';
import bell from '../../../assets/source/bell.svg';
import { useApp } from '../../app/context.ts';
import { LogFolderRow } from '../diagnostics/LogFolderRow.tsx';
import { LongText } from '../diagnostics/LongText.tsx';
import type { SettingsPage } from '../page.ts';
import { ButtonRow } from '../rows/ButtonRow.tsx';
import { Group } from '../rows/Group.tsx';
import { rowElementId } from '../rows/SettingRow.tsx';
import { UpdateGroup, updateEntries } from '../updates/UpdateGroup.tsx';
import '../diagnostics/diagnostics.css';

/** What Suzu is, what it does with what it knows, and what it is made of. */
export const aboutPage: SettingsPage = {
  id: 'about',
  icon: 'info-circle',
  title: (m) => m.diagnostics.about.page,
  entries: ({ diagnostics: { about, logFolder }, updates }) => [
    { id: 'about', label: about.page, keywords: [about.keywords] },
    ...updateEntries(updates),
    { id: 'about-privacy', label: about.privacy },
    { id: 'about-log', label: logFolder },
    { id: 'licences', label: about.licences, keywords: [about.parts] },
  ],
  Page: About,
};

function About() {
  const app = useApp();
  const words = () => app.m().diagnostics.about;
  const [about] = createResource(async () => {
    const answer = await app.actions.readAbout();
    return answer.ok ? answer.data : null;
  });
  return (
    <>
      <section class="about" id={rowElementId('about')}>
        <img class="about-bell" src={bell} alt="" />
        <p class="about-name">{words().name(app.state.version)}</p>
        <p>{words().what}</p>
        <Show when={about()?.license}>
          {(license) => <p class="about-small">{words().license(license())}</p>}
        </Show>
      </section>
      <UpdateGroup />
      <Group title={words().privacy}>
        <p class="about-text" id={rowElementId('about-privacy')}>
          {words().privacyText}
        </p>
        <LogFolderRow id="about-log" />
      </Group>
      <Show when={about()?.homepage}>
        {(homepage) => (
          <Group title={words().homepage}>
            <ButtonRow id="homepage" label={homepage()}>
              <button type="button" class="button" onClick={() => app.actions.openLink(homepage())}>
                {words().openHomepage}
              </button>
            </ButtonRow>
          </Group>
        )}
      </Show>
      <Licences />
    </>
  );
}

/** Read only when somebody wants to see them: they are long. */
function Licences() {
  const app = useApp();
  const words = () => app.m().diagnostics.about;
  const [text, setText] = createSignal<string | null>(null);
  const toggle = async () => {
    if (text() !== null) {
      setText(null);
      return;
    }
    const answer = await app.actions.readLicences();
    if (answer.ok) setText(answer.data);
  };
  return (
    <Group title={words().licences}>
      <ButtonRow id="licences" label={words().parts}>
        <button
          type="button"
          class="button"
          aria-expanded={text() !== null}
          onClick={() => void toggle()}
        >
          {text() === null ? words().show : words().hide}
        </button>
      </ButtonRow>
      <Show when={text()}>{(shown) => <LongText label={words().licences} text={shown()} />}</Show>
    </Group>
  );
}
