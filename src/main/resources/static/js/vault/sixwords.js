// SPDX-License-Identifier: Apache-2.0
// Six words that two people compare when they meet: they are the same for both only if each has the other's true key.
// docs/security/keys.md, section 9.
import { join, label, order, sized } from './bytes.js';
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

/** @param {Uint8Array} material what both ought to have @param {Uint8Array} salt @returns {Promise<string[]>} */
async function six(material, salt) {
  const key = await crypto.subtle.importKey('raw', material, 'PBKDF2', false, ['deriveBits']);
  const bits = new Uint8Array(await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }, key, 72));
  const all = bits.reduce((value, byte) => value * 256n + BigInt(byte), 0n) >> 6n;
  return [5n, 4n, 3n, 2n, 1n, 0n].map(at => WORDS[Number((all >> (at * 11n)) & 2047n)]);
}

/**
 * @param {Uint8Array} pair an id
 * @param {Member} one
 * @param {Member} other whichever comes first is the same
 * @returns {Promise<string[]>} six words of 11 bits each
 */
export function sixWords(pair, one, other) {
  const [first, second] = order(one.person, other.person) < 0 ? [one, other] : [other, one];
  return six(join(bytes(first), bytes(second)), join(label('six-words'), sized(pair, 16, 'id')));
}

/**
 * Of a browser that asks another one of the same person to be let in.
 * @param {Uint8Array} person an id
 * @param {import('./userkey.js').Open} open the person's user key
 * @param {Uint8Array} holder under which id it would hold that key
 * @param {Uint8Array} key its own public key
 * @returns {Promise<string[]>} six words of 11 bits each
 */
export const deviceWords = (person, open, holder, key) =>
  six(join(bytes({ person, open }), sized(key, 32, 'public key')), join(label('device-words'), sized(holder, 16, 'id')));
