// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterpart.vault.Asking;
import org.counterpart.vault.Conversing;
import org.counterpart.vault.Desk;
import org.counterpart.vault.Epoch;
import org.counterpart.vault.Holder;
import org.counterpart.vault.KeptItem;
import org.counterpart.vault.Preparing;
import org.counterpart.vault.Sealed;
import org.counterpart.vault.Space;
import org.counterpart.web.Download;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// What a browser gets to open, as its scripts read it (`Desk` in device.js, `Shelf` and `Kept` in space.js).
final class BrowserJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BrowserJson() {}

    /// As an attribute of a page.
    static String text(Map<String, @Nullable Object> all) {
        return JSON.writeValueAsString(all);
    }

    /// For a script that asks. Whoever opens the address gets a file, and no page.
    static ResponseEntity<byte[]> answer(String name, Map<String, @Nullable Object> all) {
        return Download.of(name, MediaType.APPLICATION_JSON, JSON.writeValueAsBytes(all));
    }

    static Map<String, @Nullable Object> of(Preparing.Shown shown) {
        var all = of(shown.desk());
        all.put("space", shown.space().map(BrowserJson::shelf).orElse(null));
        all.put("items", shown.items().stream().map(BrowserJson::item).toList());
        return all;
    }

    static Map<String, @Nullable Object> of(Conversing.Shown shown) {
        var partner = shown.partner();
        var other = new LinkedHashMap<String, @Nullable Object>();
        other.put("member", partner.member().orElse(null));
        other.put("log", texts(partner.log()));
        other.put("epochs", partner.epochs());
        other.put("shareableFrom", partner.shareableFrom().map(Object::toString).orElse(null));
        other.put("shareable", partner.shareable());
        var all = of(shown.desk());
        all.put("partner", other);
        all.put("space", shown.space().map(BrowserJson::shelf).orElse(null));
        all.put("epoch", shown.epoch());
        all.put("open", shown.open());
        return all;
    }

    static Map<String, @Nullable Object> of(Conversing.News news) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("logs", news.logs());
        all.put("epoch", news.epoch());
        all.put("items", news.items().stream().map(BrowserJson::item).toList());
        return all;
    }

    static Map<String, @Nullable Object> of(Desk desk) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("member", desk.member());
        all.put("log", texts(desk.log()));
        all.put("holders", desk.holders().stream().map(BrowserJson::holder).toList());
        all.put("askings", desk.askings().stream().map(BrowserJson::asking).toList());
        return all;
    }

    private static List<String> texts(List<Sealed> all) {
        return all.stream().map(Sealed::text).toList();
    }

    private static Map<String, Object> holder(Holder holder) {
        return Map.of(
                "id", holder.id(),
                "kind", holder.kind(),
                "key", holder.publicKey().text(),
                "wrapped", holder.wrapped().text(),
                "since", holder.since().toString());
    }

    private static Map<String, Object> asking(Asking asking) {
        return Map.of(
                "id", asking.id(),
                "key", asking.publicKey().text(),
                "at", asking.at().toString());
    }

    private static Map<String, Object> shelf(Space space) {
        return Map.of(
                "id", space.id(),
                "share", space.share().text(),
                "epochs", space.epochs().stream().map(BrowserJson::epoch).toList());
    }

    private static Map<String, Object> epoch(Epoch epoch) {
        return Map.of(
                "number", epoch.number(),
                "giver", epoch.giver(),
                "heads", epoch.heads().text(),
                "given", epoch.given().text(),
                "since", epoch.since().toString());
    }

    private static Map<String, Object> item(KeptItem kept) {
        var item = kept.item();
        return Map.of(
                "id", item.id(),
                "epoch", item.epoch(),
                "sequence", item.sequence(),
                "author", kept.author(),
                "at", kept.at().toString(),
                "previous", item.previous().text(),
                "sealed", item.sealed().text());
    }
}
