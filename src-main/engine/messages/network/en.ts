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
  /** A proxy that is tried before it is used. */
  works: (host: string) => `It works: ${host} answers.`,
  nothingToTry:
    'Nothing was tried: there is no account and no feed yet whose server could be asked.',
  badProxy:
    'This is not a proxy’s address. Type it like http://proxy.example:8080 or socks5://127.0.0.1:1080.',
  badScript:
    'This is not a proxy script’s address. Type it like https://proxy.example/proxy.pac, or file:///… for a file.',
  noProxy: 'No proxy asks for a password at the moment.',
  certificate: {
    /** The title of the file dialog, and what it calls its files. */
    choose: 'Choose a certificate authority',
    kind: 'Certificates',
    validUntil: (date: string) => `Valid until ${date}`,
    problem: {
      unreadable: 'The file cannot be read. Check that it is there and that you may read it.',
      tooLarge: 'The file is too large for certificates.',
      noCertificate:
        'There is no certificate in the file. It must be in the PEM format (“BEGIN CERTIFICATE”).',
      notAuthority:
        'The certificate is not an authority’s. Add the certificate of the authority that signed it.',
      expired: 'The certificate has expired. Ask for a newer one.',
      notYetValid: 'The certificate is not valid yet. Check this computer’s clock.',
    },
  },
};
