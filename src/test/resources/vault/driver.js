// SPDX-License-Identifier: Apache-2.0
// Hands the vault's modules to a test, and bytes over as hexadecimal.
const names = ['aead', 'bytes', 'ed25519', 'epoch', 'hkdf', 'hpke', 'item', 'keylog', 'recovery', 'sixwords', 'userkey',
  'wordlist', 'x25519'];
const modules = await Promise.all(names.map(name => import(`/js/vault/${name}.js`)));
window.v = Object.fromEntries(names.map((name, at) => [name, modules[at]]));
window.un = written => Uint8Array.from(written.match(/../g) ?? [], each => parseInt(each, 16));
window.hex = bytes => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
document.title = 'ready';
