// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.FormElement;

/// What somebody would send with a form, so that it could be taken.
final class Filling {
    /// What stands in a field that a page leaves empty.
    private static final Map<String, String> SENSIBLE = Map.of(
            "name",
            "Somebody",
            "email",
            "somebody@x.example",
            "reason",
            "Because",
            "duty",
            "SPONSOR",
            "person",
            "amira");

    private static final Set<String> TYPED = Set.of("", "text", "email");

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Set<String> typed;

    Filling(FormElement form) {
        for (var field : form.formData()) {
            fields.put(field.key(), field.value());
        }
        for (var choice : form.select("input[type=radio], input[type=checkbox]")) {
            fields.putIfAbsent(choice.attr("name"), "");
        }
        form.select("button[name]").stream()
                .findFirst()
                .ifPresent(button -> fields.put(button.attr("name"), button.attr("value")));
        fields.replaceAll((name, value) -> value.isEmpty() ? SENSIBLE.getOrDefault(name, "") : value);
        fields.remove("_csrf");
        typed = Set.copyOf(form.select("input, textarea").stream()
                .filter(input -> TYPED.contains(input.attr("type")))
                .map(input -> input.attr("name"))
                .toList());
    }

    List<String> names() {
        return List.copyOf(fields.keySet());
    }

    /// The fields that people type into; others are pressed, chosen or hidden.
    Set<String> typed() {
        return typed;
    }

    /// Name, value, name, value …
    String[] with(Set<String> names, String value) {
        var changed = new LinkedHashMap<>(fields);
        names.forEach(name -> changed.put(name, value));
        var flat = new ArrayList<String>();
        changed.forEach((key, each) -> {
            if (!each.isEmpty() || typed.contains(key)) {
                flat.add(key);
                flat.add(each);
            }
        });
        return flat.toArray(String[]::new);
    }
}
