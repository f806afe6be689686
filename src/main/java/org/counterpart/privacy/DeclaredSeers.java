// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.counterpart.privacy.Catalogue.Table;
import org.counterpart.web.SeenBy;
import org.springframework.stereotype.Component;

/// Reads who sees a column from the database's own comments, each once.
@Component
class DeclaredSeers implements SeenBy {
    private final Catalogue catalogue;
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    DeclaredSeers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String key(String column) {
        return keys.computeIfAbsent(column, this::read);
    }

    private String read(String place) {
        int dot = place.indexOf('.');
        if (dot > 0
                && catalogue.tables().get(place.substring(0, dot)) instanceof Table table
                && table.columns().get(place.substring(dot + 1)) instanceof Catalogue.Column column) {
            return column.comment().seenByKey();
        }
        throw new IllegalArgumentException(
                "Nothing is kept at “%s”. Name a column, as decision.reason.".formatted(place));
    }
}
