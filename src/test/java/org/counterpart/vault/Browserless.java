// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterpart.Reader;
import org.counterpart.vault.client.Entry;
import org.counterpart.vault.client.Grant;
import org.counterpart.vault.client.Place;
import org.counterpart.vault.client.UserKey;
import org.counterpart.vault.client.X25519;

/// The second client at work: somebody who enrols and seals without our scripts, by what docs/security/keys.md says.
final class Browserless {
    private static final byte[] NONE = new byte[32];

    final UUID member;
    final UUID space;
    UserKey key = UserKey.of(random(64));
    final Reader reader;
    private final String here;
    private final byte[] epochKey = random(32);
    byte[] lastEntry = NONE;
    private int entries;

    Browserless(Reader reader, UUID pair) {
        this(reader, pair, UUID.randomUUID(), UUID.randomUUID());
    }

    Browserless(Reader reader, UUID pair, UUID member, UUID space) {
        this.member = member;
        this.space = space;
        this.reader = reader;
        this.here = "/pairs/" + pair + "/preparation";
        reader.open(here);
    }

    int enrols() {
        return keeps(true, List.of(entry(1, Entry.NOBODY, NONE)), UUID.randomUUID());
    }

    /// @param before entries that come before that of the device
    int keeps(boolean anew, List<byte[]> before, UUID holder) {
        var device = X25519.Pair.fresh();
        var all = new ArrayList<>(before);
        all.add(entry(2, holder, device.open()));
        var fields = new ArrayList<String>();
        fields.addAll(List.of("member", member.toString(), "anew", String.valueOf(anew)));
        all.forEach(each -> fields.addAll(List.of("entry", text(each))));
        fields.addAll(List.of(
                "holderId",
                holder.toString(),
                "holderKind",
                "DEVICE",
                "holderKey",
                text(device.open()),
                "holderWrapped",
                text(key.wrap(member, holder, device.open()))));
        return reader.press("/vault/keys", fields.toArray(String[]::new)).status();
    }

    /// Another user key, as somebody makes who lost everything, or who only signs in as somebody.
    int beginsAnew() {
        key = UserKey.of(random(64));
        return keeps(true, List.of(entry(1, Entry.NOBODY, NONE)), UUID.randomUUID());
    }

    byte[] entry(int act, UUID holder, byte[] holderKey) {
        var entry = new Entry(++entries, member, act, holder, holderKey, key.open(), lastEntry).write(key.signer());
        lastEntry = Entry.hash(entry);
        return entry;
    }

    int begins() {
        var heads = Grant.heads(Map.of(member, lastEntry));
        var given = new Grant(0, space, 1, member, member, heads)
                .give(epochKey, key.agreement().open(), key.signer());
        return reader.press(
                        here + "/space",
                        "space",
                        space.toString(),
                        "epoch",
                        "1",
                        "heads",
                        text(heads),
                        "member",
                        member.toString(),
                        "given",
                        text(given))
                .status();
    }

    int writes(long sequence, byte[] share, String words) {
        var id = UUID.randomUUID();
        var place = new Place(0, space, 1, sequence, id, member, NONE);
        return sends(sequence, id, place.seal(epochKey, share, random(12), random(32), words));
    }

    int sends(long sequence, UUID id, byte[] sealed) {
        return reader.press(
                        here + "/items",
                        "id",
                        id.toString(),
                        "epoch",
                        "1",
                        "sequence",
                        String.valueOf(sequence),
                        "previous",
                        text(NONE),
                        "sealed",
                        text(sealed))
                .status();
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] random(int size) {
        var bytes = new byte[size];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
