// SPDX-License-Identifier: Apache-2.0
// What this browser remembers: its own device key, which cannot be exported, and the last it saw of each key log and of
// each space. Never plaintext.
const NAME = 'counterpart-vault';
const STORES = ['devices', 'spaces', 'partners'];

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const done = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/**
 * @param {'devices' | 'spaces' | 'partners'} store
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} act
 */
async function run(store, mode, act) {
  const opening = indexedDB.open(NAME, 2);
  opening.onupgradeneeded = () => STORES.filter(each => !opening.result.objectStoreNames.contains(each))
    .forEach(each => opening.result.createObjectStore(each));
  const database = await done(opening);
  try {
    return await done(act(database.transaction(store, mode).objectStore(store)));
  } finally {
    database.close();
  }
}

/** @param {'devices' | 'spaces' | 'partners'} store @param {string} key */
export const recall = (store, key) => run(store, 'readonly', each => each.get(key));

/** @param {'devices' | 'spaces' | 'partners'} store @param {string} key @param {object} value */
export const remember = (store, key, value) => run(store, 'readwrite', each => each.put(value, key));

/** Everything, so that this browser is like any other. */
export async function forgetAll() {
  await done(indexedDB.deleteDatabase(NAME));
}

/** @param {'devices' | 'spaces' | 'partners'} store @param {string} key */
export const forget = (store, key) => run(store, 'readwrite', each => each.delete(key));
