// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterpart.vault.Holder;
import org.counterpart.vault.Item;
import org.counterpart.vault.Preparing.Desk;
import org.counterpart.vault.Sealed;
import org.counterpart.vault.Space;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a browser gets to open, as its script reads it (`Desk` in device.js, `Kept` in notebook.js).
final class DeskJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DeskJson() {}

    static String text(Desk desk) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("member", desk.member());
        all.put("log", desk.log().stream().map(Sealed::text).toList());
        all.put("holders", desk.holders().stream().map(DeskJson::holder).toList());
        all.put("space", desk.space() instanceof Space space ? space(space) : null);
        return JSON.writeValueAsString(all);
    }

    private static Map<String, Object> holder(Holder holder) {
        return Map.of(
                "id", holder.id(),
                "kind", holder.kind(),
                "key", holder.publicKey().text(),
                "wrapped", holder.wrapped().text());
    }

    private static Map<String, Object> space(Space space) {
        List<Map<String, Object>> items =
                space.items().stream().map(DeskJson::item).toList();
        return Map.of(
                "id", space.id(),
                "epoch", space.epoch(),
                "given", space.given().text(),
                "share", space.share().text(),
                "items", items);
    }

    private static Map<String, Object> item(Item item) {
        return Map.of(
                "id", item.id(),
                "epoch", item.epoch(),
                "sequence", item.sequence(),
                "previous", item.previous().text(),
                "sealed", item.sealed().text());
    }
}
