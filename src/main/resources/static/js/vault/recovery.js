// SPDX-License-Identifier: Apache-2.0
// The recovery code: 128 bits that open a person's user key again when all devices are lost, written so that they can
// be printed, read aloud and typed. docs/security/keys.md, section 8.
import { Refused, digest, join, label, sized } from './bytes.js';
import * as hkdf from './hkdf.js';
import * as hpke from './hpke.js';

// Crockford's base 32: no I, L, O and U.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param {Uint8Array} secret @returns {Promise<bigint>} the first 12 bits of its digest */
async function sum(secret) {
  const [first, second] = await digest(join(label('recovery-check'), secret));
  return BigInt(first * 16 + (second >> 4));
}

/** @param {Uint8Array} bytes @returns {bigint} */
const big = bytes => bytes.reduce((all, byte) => all * 256n + BigInt(byte), 0n);

/** @param {Uint8Array} secret 16 bytes @returns {Promise<string>} seven groups of four */
export async function write(secret) {
  let left = big(sized(secret, 16, 'recovery code')) * 4096n + await sum(secret);
  let code = '';
  for (let at = 0; at < 28; at++, left /= 32n) code = ALPHABET[Number(left % 32n)] + code;
  return code.match(/..../g).join('-');
}

/**
 * @param {string} typed in any case, with spaces and hyphens anywhere, O for 0, and I or L for 1
 * @returns {Promise<Uint8Array>} 16 bytes; refuses a code with a letter wrong
 */
export async function read(typed) {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (code.length !== 28 || [...code].some(each => !ALPHABET.includes(each))) throw new Refused('recovery code');
  const all = [...code].reduce((value, each) => value * 32n + BigInt(ALPHABET.indexOf(each)), 0n);
  let left = all / 4096n;
  const secret = new Uint8Array(16);
  for (let at = 15; at >= 0; at--, left /= 256n) secret[at] = Number(left % 256n);
  if (await sum(secret) !== all % 4096n) throw new Refused('recovery code');
  return secret;
}

/**
 * @param {Uint8Array} secret 16 bytes
 * @param {Uint8Array} person an id
 * @returns {Promise<import('./x25519.js').Pair>} to which the user key is sealed
 */
export const pair = async (secret, person) => hpke.deriveKeyPair(
  await hkdf.derive(sized(secret, 16, 'recovery code'), sized(person, 16, 'id'), label('recovery'), 32));

/**
 * @param {Uint8Array} secret 16 bytes
 * @param {Uint8Array} person an id
 * @param {import('./userkey.js').Open} open
 * @returns {Promise<Uint8Array>} 32 bytes, which nobody without the code can tell: a browser that knows nothing of the
 *   person but the code learns by it that the key log is not one of the server's own making
 */
export const proof = async (secret, person, open) => hkdf.derive(sized(secret, 16, 'recovery code'),
  sized(person, 16, 'id'), join(label('recovery-proof'), open.agreement, open.signature), 32);
