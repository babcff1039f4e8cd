/** What is said of the way to the servers: the network, proxies, certificates. */
export const networkEn = {
  /** Both the state of an account and the failure of a call: no more is known of either. */
  problem: {
    'no-route': 'There is no way to the network at the moment. Check this computer’s connection.',
    'unknown-name':
      'The server’s name cannot be found. Check the address and this computer’s connection.',
    'sign-in-page':
      'Something on the way answers instead of the server. The network may want you to sign in: open any page in your browser.',
    'proxy-unreachable': 'The proxy cannot be reached. Check it under Settings → Network.',
    'proxy-password': 'The proxy wants a name and a password. Type them under Settings → Network.',
    'proxy-refused':
      'The proxy lets nothing through to the server. Ask whoever runs it, or choose another under Settings → Network.',
    'proxy-certificate':
      'The proxy shows a certificate that is not trusted. If its authority is yours, add it under Settings → Network.',
    'proxy-settings':
      'The proxy cannot be used as it is set. Check its address under Settings → Network.',
    'certificate-self-signed':
      'The server signed its certificate itself, so it may be somebody else. If it is your own, add the certificate under Settings → Network.',
    'certificate-authority':
      'The server’s certificate comes from an authority that this computer does not trust. If it is your organisation’s, add it under Settings → Network.',
    'certificate-expired':
      'The server’s certificate has expired, or is not valid yet. Check this computer’s clock; otherwise only the server’s operator can help.',
    'certificate-host':
      'The server’s certificate is for another name, so somebody else may be answering. Check the address, and whether the network wants you to sign in.',
    tls: 'No secure connection to the server can be made. Try another network, or ask the server’s operator.',
  },
  /** No account gets through to any server. */
  offline: 'There is no network. Suzu connects as soon as it is back.',
};
