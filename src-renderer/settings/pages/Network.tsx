import { createSignal, Show } from 'solid-js';
import type { ProxySettings } from '../../../src-main/ipc/contract.ts';
import { useApp } from '../../app/context.ts';
import { useSettings } from '../changes.ts';
import { PasswordForm } from '../network/PasswordForm.tsx';
import { ProxyForm } from '../network/ProxyForm.tsx';
import type { SettingsPage } from '../page.ts';
import { ChoiceRow } from '../rows/ChoiceRow.tsx';
import { Group } from '../rows/Group.tsx';
import { ListEditor } from '../rows/ListEditor.tsx';
import { SwitchRow } from '../rows/SwitchRow.tsx';

type Mode = ProxySettings['mode'];
const modes: readonly Mode[] = ['system', 'direct', 'manual', 'pac'];

/** How the servers are reached, whom to trust, and when to save. */
export const networkPage: SettingsPage = {
  id: 'network',
  icon: 'world',
  title: (m) => m.network.title,
  entries: ({ network }) => [
    {
      id: 'proxy-mode',
      label: network.proxy,
      keywords: [...Object.values(network.modes), network.proxyKeywords],
    },
    { id: 'certificates', label: network.certificates, keywords: [network.certificatesKeywords] },
    { id: 'saving-metered', label: network.onMetered, keywords: [network.savingKeywords] },
    { id: 'saving-battery', label: network.onBattery, keywords: [network.savingKeywords] },
  ],
  Page: Network,
};

function Network() {
  const app = useApp();
  const words = () => app.m().network;
  const { settings, change } = useSettings();
  const used = () => settings().network.proxy;
  /** Chosen here, and in use only once its address is typed. */
  const [wanted, setWanted] = createSignal<Mode | null>(null);
  const mode = () => wanted() ?? used().mode;
  const typedMode = () => {
    const shown = mode();
    return shown === 'manual' || shown === 'pac' ? shown : null;
  };
  const choose = (chosen: Mode) => {
    if (chosen === 'manual' || chosen === 'pac') {
      setWanted(chosen);
      return;
    }
    setWanted(null);
    void change({ network: { ...settings().network, proxy: { mode: chosen } } });
  };
  const certificate = (path: string) =>
    app.state.network.certificates.find((one) => one.path === path);
  const nameOf = (path: string) => {
    const known = certificate(path);
    return known === undefined ? path : `${known.name} · ${known.detail}`;
  };
  const saving = () => settings().saving;

  return (
    <>
      <Group title={words().way}>
        <ChoiceRow
          id="proxy-mode"
          label={words().proxy}
          hint={words().hints[mode()]}
          value={mode()}
          options={modes.map((value) => ({ value, label: words().modes[value] }))}
          onChoose={choose}
        />
        <Show when={typedMode()} keyed>
          {(typed) => (
            <ProxyForm mode={typed} current={used()} isStillWanted={() => mode() === typed} />
          )}
        </Show>
        <Show when={mode() !== 'manual' && app.state.network.proxy} keyed>
          {(proxy) => <PasswordForm proxy={proxy} />}
        </Show>
      </Group>
      <Group title={words().trust}>
        <ListEditor
          id="certificates"
          label={words().certificates}
          hint={words().certificatesHint}
          items={settings().network.certificates}
          nameOf={nameOf}
          adding={{
            kind: 'button',
            label: words().addCertificate,
            onAdd: () => void app.actions.addCertificate(),
          }}
          onRemove={(path) => void app.actions.removeCertificate(path)}
        />
      </Group>
      <Group title={words().saving} hint={words().savingHint}>
        <SwitchRow
          id="saving-metered"
          label={words().onMetered}
          checked={saving().onMetered}
          onChange={(onMetered) => void change({ saving: { ...saving(), onMetered } })}
        />
        <SwitchRow
          id="saving-battery"
          label={words().onBattery}
          checked={saving().onBattery}
          onChange={(onBattery) => void change({ saving: { ...saving(), onBattery } })}
        />
      </Group>
    </>
  );
}
