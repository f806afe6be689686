// SPDX-License-Identifier: Apache-2.0
// A space of one person's own: opening its key, reading what is in it, and sealing more. docs/security/keys.md,
// sections 5 and 6.
import { Refused, base64, same, unbase64, uuid } from './bytes.js';
import * as epoch from './epoch.js';
import * as item from './item.js';
import { recall, remember } from './store.js';

/**
 * @typedef {object} Kept a space as the server keeps it
 * @property {string} id
 * @property {number} epoch
 * @property {string} given
 * @property {string} share
 * @property {{id: string, epoch: number, sequence: number, previous: string, sealed: string}[]} items
 */

/** @param {string} member @param {string} space */
const grant = (member, space) =>
  ({ kind: epoch.SELF, space: uuid(space), epoch: 1, member: uuid(member), giver: uuid(member) });

/**
 * @param {string} member
 * @param {import('./userkey.js').UserKey} key
 * @returns {Promise<{space: string, given: string}>} the key of a new space, for the server to keep
 */
export async function begin(member, key) {
  const space = crypto.randomUUID();
  const given = await epoch.give(epoch.fresh(), grant(member, space), key.open.agreement, key.signer);
  return { space, given: base64(given) };
}

/** @param {Kept} kept @param {string} member */
const placed = (kept, member) => each => ({
  place: {
    kind: epoch.SELF, space: uuid(kept.id), epoch: each.epoch, sequence: each.sequence, id: uuid(each.id),
    author: uuid(member), previous: unbase64(each.previous),
  },
  sealed: unbase64(each.sealed),
});

/**
 * @param {string} name by which this browser remembers the space
 * @param {Kept} kept
 * @param {string} member
 * @param {import('./userkey.js').UserKey} key
 * @returns {Promise<{last: string | null, seal: (text: string) => Promise<object>, sealed: () => Promise<void>}>} the
 *   last text; refuses a space that lost something since this browser saw it
 */
export async function open(name, kept, member, key) {
  const epochKey = await epoch.take(unbase64(kept.given), grant(member, kept.id), key.agreement, key.open.signature);
  const share = unbase64(kept.share);
  const seen = await recall('spaces', name);
  if (seen && (seen.id !== kept.id || !same(seen.given, unbase64(kept.given)))) throw new Refused('another space');
  const items = kept.items.map(placed(kept, member));
  let last = await item.chain(items, seen);
  const note = () => remember('spaces', name, { id: kept.id, given: unbase64(kept.given), ...last });
  await note();
  const newest = items.at(-1);
  let next = last;
  return {
    last: newest ? await item.open(epochKey, share, newest.place, newest.sealed) : null,
    seal: async written => {
      const id = crypto.randomUUID();
      const place = {
        kind: epoch.SELF, space: uuid(kept.id), epoch: 1, sequence: last.sequence + 1, id: uuid(id),
        author: uuid(member), previous: last.hash,
      };
      const sealed = await item.seal(epochKey, share, place, written);
      next = { sequence: place.sequence, hash: await item.hash(place, sealed) };
      return { id, epoch: 1, sequence: place.sequence, previous: base64(place.previous), sealed: base64(sealed) };
    },
    sealed: async () => {
      last = next;
      await note();
    },
  };
}
