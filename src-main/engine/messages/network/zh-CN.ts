import type { networkEn } from './en.ts';

export const networkZhCn: typeof networkEn = {
  problem: {
    'no-route': '目前无法连接网络。请检查这台电脑的网络连接。',
    'unknown-name': '找不到服务器的名称。请检查地址和这台电脑的网络连接。',
    'sign-in-page': '途中有别的东西代替服务器作答。该网络可能需要登录：请在浏览器中打开任意网页。',
    'proxy-unreachable': '无法连接代理。请在设置的“网络”中检查。',
    'proxy-password': '代理需要用户名和密码。请在设置的“网络”中输入。',
    'proxy-refused': '代理不允许连接到服务器。请询问代理的管理者，或在设置的“网络”中选择其他代理。',
    'proxy-certificate': '代理的证书不受信任。如果是你自己的证书颁发机构，请在设置的“网络”中添加。',
    'proxy-settings': '无法按目前的设置使用代理。请在设置的“网络”中检查其地址。',
    'certificate-self-signed':
      '服务器使用自签名证书，可能是他人冒充。如果是你自己的服务器，请在设置的“网络”中添加该证书。',
    'certificate-authority':
      '这台电脑不信任签发服务器证书的机构。如果它属于你的组织，请在设置的“网络”中添加。',
    'certificate-expired':
      '服务器的证书已过期或尚未生效。请检查这台电脑的时钟；如果时钟正确，则只有服务器的管理者才能解决。',
    'certificate-host':
      '服务器的证书属于另一个名称，可能是他人在作答。请检查地址，以及该网络是否需要登录。',
    tls: '无法与服务器建立安全连接。请尝试其他网络，或询问服务器的管理者。',
  },
  offline: '没有网络。恢复后 Suzu 会立即连接。',
  works: (host) => `可以使用：${host} 有响应。`,
  nothingToTry: '尚无可供测试的账号或订阅源，因此没有测试。',
  badProxy:
    '这不是代理地址。请按 http://proxy.example:8080 或 socks5://127.0.0.1:1080 的形式输入。',
  badScript:
    '这不是代理脚本地址。请按 https://proxy.example/proxy.pac 的形式输入，文件请用 file:///…。',
  noProxy: '目前没有代理要求密码。',
  certificate: {
    choose: '选择证书颁发机构',
    kind: '证书',
    validUntil: (date) => `有效期至 ${date}`,
    problem: {
      unreadable: '无法读取文件。请检查文件是否存在以及是否有读取权限。',
      tooLarge: '文件过大，不像是证书。',
      noCertificate: '文件中没有证书。必须是 PEM 格式（“BEGIN CERTIFICATE”）。',
      notAuthority: '这不是颁发机构的证书。请添加签发它的机构的证书。',
      expired: '证书已过期。请获取新的证书。',
      notYetValid: '证书尚未生效。请检查这台电脑的时钟。',
    },
  },
};
