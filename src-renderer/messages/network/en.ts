/** What the settings say of the network, and the sign that it is a time to save. */
export const networkEn = {
  title: 'Network',
  way: 'How the servers are reached',
  proxy: 'Proxy',
  /** More words by which the search finds it. */
  proxyKeywords: 'PAC SOCKS HTTP internet connection VPN Tor address password',
  modes: {
    system: 'System',
    direct: 'None',
    manual: 'Manual',
    pac: 'Script',
  },
  hints: {
    system: 'As this computer’s settings say. If they ask for a password, it can be typed here.',
    direct: 'Servers are reached straight, whatever the computer’s settings say.',
    manual: 'Everything goes through this proxy; where it fails, nothing goes around it.',
    pac: 'A proxy script (PAC) says how each server is reached.',
  },
  server: 'Address of the proxy',
  serverHint:
    'http://, https:// or socks5://, with the port. It looks up the names of servers itself.',
  script: 'Address of the script',
  name: 'Name',
  nameFor: (proxy: string) => `Name for ${proxy}`,
  password: 'Password',
  passwordHint: 'Kept like access tokens, and sent to this proxy alone.',
  passwordKept: 'Kept',
  bypass: 'Servers without the proxy',
  bypassHint: 'Names or networks, separated by commas. This computer itself never needs a proxy.',
  tryAndUse: 'Try and use',
  trying: 'Trying…',
  useAnyway: 'Use it all the same',
  used: 'In use from now on.',
  keepPassword: 'Keep and use',
  trust: 'Trust',
  certificates: 'Certificate authorities',
  certificatesHint:
    'Trusted besides the usual ones, for the network of an organisation or a server of your own. PEM files; they stay where they are.',
  certificatesKeywords: 'TLS SSL HTTPS CA root self-signed',
  addCertificate: 'Add a file…',
  saving: 'Saving',
  savingHint:
    'No pictures are loaded by themselves, neither here nor on toasts, and the server is asked to tell changes of fewer notes. New notes and notifications come as ever.',
  onMetered: 'In networks that are paid by volume',
  onBattery: 'On battery',
  savingKeywords: 'data metered mobile tethering roaming energy power pictures images',
  /** Over the lists, while pictures are not loaded by themselves. */
  sign: {
    metered: 'Saving data: pictures are not loaded',
    battery: 'Saving energy: pictures are not loaded',
  },
  loadNow: 'Load now',
  /** On a picture that is not loaded yet; `what` describes it. */
  load: (what: string) => `Load: ${what}`,
};
