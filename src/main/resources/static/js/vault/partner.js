// SPDX-License-Identifier: Apache-2.0
// The other of a pair, as this browser knows them: the key that it first saw or that the two compared, and how far their
// key log went. docs/security/keys.md, sections 7 and 9.
import { Refused, same, unbase64, uuid } from './bytes.js';
import * as keylog from './keylog.js';
import { recall, remember } from './store.js';

/**
 * @typedef {object} Met
 * @property {keylog.Known} known
 * @property {boolean} compared whether the two said that the six words of this key are the same
 * @property {boolean} changed whether the key is another one than this browser trusts
 */

/** @param {keylog.Known} known */
const state = (member, known) => ({
  member, number: known.number, hash: known.hash, agreement: known.open.agreement, signature: known.open.signature,
});

/**
 * @param {string} pair by which this browser remembers them
 * @param {{member: string, log: string[]}} partner
 * @returns {Promise<Met>} refuses a key log that is not the one seen before
 */
export async function meet(pair, partner) {
  const before = await recall('partners', pair);
  if (before && before.member !== partner.member) throw new Refused('another person');
  const known = await keylog.check(uuid(partner.member), partner.log.map(unbase64), before);
  const changed = Boolean(before)
    && !(same(before.agreement, known.open.agreement) && same(before.signature, known.open.signature));
  const compared = Boolean(before?.compared) && !changed;
  if (!changed) await remember('partners', pair, { ...state(partner.member, known), compared });
  return { known, compared, changed };
}

/** The two compared the six words, and they were the same. */
export const trust = (pair, member, known) =>
  remember('partners', pair, { ...state(member, known), compared: true });
