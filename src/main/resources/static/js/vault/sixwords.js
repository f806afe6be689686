// SPDX-License-Identifier: Apache-2.0
// Six words that two people compare when they meet: they are the same for both only if each has the other's true key.
// docs/security/keys.md, section 9.
import { join, label, sized } from './bytes.js';
import { WORDS } from './wordlist.js';

const ROUNDS = 1_000_000;

/**
 * @typedef {object} Member
 * @property {Uint8Array} person an id
 * @property {import('./userkey.js').Open} open
 */

/** @param {Member} member */
const bytes = member => join(sized(member.person, 16, 'id'),
  sized(member.open.agreement, 32, 'public key'), sized(member.open.signature, 32, 'signature key'));

/** @param {Uint8Array} one @param {Uint8Array} other @returns {boolean} */
function before(one, other) {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at >= 0 && one[at] < other[at];
}

/**
 * @param {Uint8Array} space of the pair, an id
 * @param {Member} one
 * @param {Member} other whichever comes first is the same
 * @returns {Promise<string[]>} six words of 11 bits each
 */
export async function sixWords(space, one, other) {
  const [first, second] = before(one.person, other.person) ? [one, other] : [other, one];
  const material = join(bytes(first), bytes(second));
  const key = await crypto.subtle.importKey('raw', material, 'PBKDF2', false, ['deriveBits']);
  const salt = join(label('six-words'), sized(space, 16, 'id'));
  const bits = new Uint8Array(await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }, key, 72));
  const all = bits.reduce((value, byte) => value * 256n + BigInt(byte), 0n) >> 6n;
  return [5n, 4n, 3n, 2n, 1n, 0n].map(at => WORDS[Number((all >> (at * 11n)) & 2047n)]);
}
