// SPDX-License-Identifier: Apache-2.0
// Signatures with Ed25519 (RFC 8032). Refuses public keys of small order, under which one signature fits any message.
import { Refused, join, sized, unbase64 } from './bytes.js';

const ALGORITHM = { name: 'Ed25519' };
// What stands before the 32 bytes of a private key in PKCS #8 (RFC 8410, section 7).
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);
// The y of the points of order 1, 2, 4 and 8, in hexadecimal, without the bit that says which x.
const SMALL = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
];

/**
 * @typedef {object} Signer
 * @property {CryptoKey} secret
 * @property {Uint8Array} open its public key, 32 bytes
 */

/**
 * @param {Uint8Array} seed 32 bytes
 * @returns {Promise<Signer>} with a secret that does not leave the key store again
 */
export async function signer(seed) {
  const encoded = join(PKCS8, sized(seed, 32, 'seed'));
  const known = await crypto.subtle.importKey('pkcs8', encoded, ALGORITHM, true, ['sign']);
  const open = unbase64((await crypto.subtle.exportKey('jwk', known)).x);
  return { secret: await crypto.subtle.importKey('pkcs8', encoded, ALGORITHM, false, ['sign']), open };
}

/** @param {Signer} signer @param {Uint8Array} bytes @returns {Promise<Uint8Array>} 64 bytes */
export const sign = async (signer, bytes) => new Uint8Array(await crypto.subtle.sign(ALGORITHM, signer.secret, bytes));

/**
 * @param {Uint8Array} open a public key
 * @returns {Uint8Array} the same; refuses another length, a y that is not below 2^255 - 19, and small order
 */
export function canonical(open) {
  const y = Uint8Array.from(sized(open, 32, 'signature key'));
  y[31] &= 0x7f;
  if (y[31] === 0x7f && y.subarray(1, 31).every(byte => byte === 0xff) && y[0] >= 0xed) {
    throw new Refused('signature key not canonical');
  }
  if (SMALL.includes([...y].map(byte => byte.toString(16).padStart(2, '0')).join(''))) {
    throw new Refused('signature key of small order');
  }
  return open;
}

/**
 * @param {Uint8Array} open whose public key
 * @param {Uint8Array} signature
 * @param {Uint8Array} bytes
 * @returns {Promise<void>} refuses a signature that is not theirs over exactly these bytes
 */
export async function check(open, signature, bytes) {
  sized(signature, 64, 'signature');
  const key = await crypto.subtle.importKey('raw', canonical(open), ALGORITHM, false, ['verify']);
  if (!(await crypto.subtle.verify(ALGORITHM, key, signature, bytes))) throw new Refused('signature');
}
