// SPDX-License-Identifier: Apache-2.0
// Agreement on a secret with X25519 (RFC 7748). Refuses keys that are not written the one way, and points of low order.
import { Refused, join, same, sized, unbase64 } from './bytes.js';

const ALGORITHM = { name: 'X25519' };
// What stands before the 32 bytes of a private key in PKCS #8 (RFC 8410, section 7).
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20);

/**
 * @typedef {object} Pair
 * @property {CryptoKey} secret
 * @property {Uint8Array} open its public key, 32 bytes
 */

/**
 * @param {boolean} extractable whether the secret may leave the browser's key store
 * @returns {Promise<Pair>}
 */
export async function generate(extractable) {
  const made = await crypto.subtle.generateKey(ALGORITHM, extractable, ['deriveBits']);
  return { secret: made.privateKey, open: new Uint8Array(await crypto.subtle.exportKey('raw', made.publicKey)) };
}

/**
 * @param {Uint8Array} secret 32 bytes
 * @returns {Promise<Pair>} with a secret that does not leave the key store again
 */
export async function pair(secret) {
  const encoded = join(PKCS8, sized(secret, 32, 'secret'));
  const known = await crypto.subtle.importKey('pkcs8', encoded, ALGORITHM, true, ['deriveBits']);
  const open = unbase64((await crypto.subtle.exportKey('jwk', known)).x);
  return { secret: await crypto.subtle.importKey('pkcs8', encoded, ALGORITHM, false, ['deriveBits']), open };
}

/** @param {CryptoKey} secret an extractable one @returns {Promise<Uint8Array>} its 32 bytes */
export const bare = async secret => unbase64((await crypto.subtle.exportKey('jwk', secret)).d);

/**
 * @param {Uint8Array} open a public key
 * @returns {Uint8Array} the same; refuses another length, and a number that is not below 2^255 - 19
 */
export function canonical(open) {
  sized(open, 32, 'public key');
  const most = open[31] === 0x7f && open.subarray(1, 31).every(byte => byte === 0xff);
  if (open[31] > 0x7f || (most && open[0] >= 0xed)) throw new Refused('public key not canonical');
  return open;
}

/**
 * @param {CryptoKey} secret
 * @param {Uint8Array} open the other's public key
 * @returns {Promise<Uint8Array>} 32 bytes; refuses all zeros, which any point of low order leads to (RFC 7748, 6.1)
 */
export async function agree(secret, open) {
  const other = await crypto.subtle.importKey('raw', canonical(open), ALGORITHM, false, []);
  let shared;
  try {
    shared = new Uint8Array(await crypto.subtle.deriveBits({ name: 'X25519', public: other }, secret, 256));
  } catch {
    throw new Refused('public key of low order');
  }
  if (same(shared, new Uint8Array(32))) throw new Refused('public key of low order');
  return shared;
}
