// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.template;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.counterpart.programme.criteria.Criteria;
import org.counterpart.programme.criteria.Places;
import org.counterpart.programme.criteria.Stratum;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads a template: up to 64 KB of YAML in UTF-8, with no key but those of [Key], no tag, no anchor and no alias. It
/// refuses anything else, naming line, value and what is allowed, all faults at once.
public final class TemplateFile {
    static final int LARGEST = 1 << 16;
    private static final int LONGEST_NAME = 120;
    private static final String VERSION = "1";

    private final List<Fault> faults = new ArrayList<>();
    private final Map<Key, Node> values = new EnumMap<>(Key.class);

    private TemplateFile() {}

    /// What stands in a template, as it is written there.
    enum Key {
        COUNTERPART_TEMPLATE,
        NAME,
        AIM,
        WHO_MAY_APPLY,
        SUCCESS,
        STOPPING,
        WEEKS,
        MENTORS_WHO_START_NOW,
        MENTORS_IN_RESERVE,
        MENTEES_WHO_START_NOW,
        MENTEES_IN_RESERVE,
        STRATA;

        String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        static Optional<Key> of(String written) {
            return Arrays.stream(values())
                    .filter(key -> key.written().equals(written))
                    .findFirst();
        }
    }

    /// @param line from 1; 0 where it is about the file as a whole
    public record Fault(int line, Saying saying) {}

    /// What came of it.
    public sealed interface Answer {}

    public record Read(Template template) implements Answer {}

    public record Refused(List<Fault> faults) implements Answer {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    public static Answer read(byte[] content) {
        var file = new TemplateFile();
        var template = file.template(content);
        return template == null || !file.faults.isEmpty() ? new Refused(file.faults) : new Read(template);
    }

    private @Nullable Template template(byte[] content) {
        var text = text(content);
        if (text == null) {
            return null;
        }
        try {
            if (!isPlain(text)) {
                return null;
            }
            if (!(yaml().compose(new java.io.StringReader(text)) instanceof MappingNode map)) {
                wrong(0, "empty", keys());
                return null;
            }
            return template(map);
        } catch (MarkedYAMLException odd) {
            int line = odd.getProblemMark() == null ? 0 : odd.getProblemMark().getLine() + 1;
            wrong(line, "yaml", odd.getProblem() == null ? "" : odd.getProblem());
            return null;
        } catch (YAMLException odd) {
            wrong(0, "yaml", shortened(String.valueOf(odd.getMessage())));
            return null;
        }
    }

    private @Nullable String text(byte[] content) {
        if (content.length > LARGEST) {
            wrong(0, "large", content.length, LARGEST);
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString()
                    .replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException odd) {
            wrong(0, "encoding");
            return null;
        }
    }

    private static Yaml yaml() {
        var strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        strict.setMaxAliasesForCollections(0);
        strict.setNestingDepthLimit(4);
        strict.setCodePointLimit(LARGEST);
        return new Yaml(strict);
    }

    /// Without what stands for something else: names for other parts of the file, and kinds of objects.
    private boolean isPlain(String text) {
        for (var event : yaml().parse(new java.io.StringReader(text))) {
            var odd = oddity(event);
            if (odd != null) {
                wrong(event.getStartMark().getLine() + 1, "alias", shortened(odd));
                return false;
            }
        }
        return true;
    }

    private static @Nullable String oddity(Event event) {
        return switch (event) {
            case ScalarEvent each when each.getTag() != null -> each.getTag();
            case CollectionStartEvent each when each.getTag() != null -> each.getTag();
            case NodeEvent each
            when each.getAnchor() != null -> (event.is(Event.ID.Alias) ? "*" : "&") + each.getAnchor();
            default -> null;
        };
    }

    private @Nullable Template template(MappingNode map) {
        for (var entry : map.getValue()) {
            var written = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            int line = line(entry.getKeyNode());
            Key.of(written)
                    .ifPresentOrElse(
                            key -> {
                                if (values.put(key, entry.getValueNode()) != null) {
                                    wrong(line, "twice", written);
                                }
                            },
                            () -> wrong(line, "key", shortened(written), keys()));
        }
        if (!VERSION.equals(scalar(Key.COUNTERPART_TEMPLATE))) {
            wrong(lineOf(Key.COUNTERPART_TEMPLATE), "version", shortened(scalar(Key.COUNTERPART_TEMPLATE)));
        }
        var name = words(Key.NAME, LONGEST_NAME);
        if (name.isEmpty()) {
            wrong(lineOf(Key.NAME), "name", LONGEST_NAME);
        }
        return new Template(
                name,
                words(Key.AIM, Criteria.LONGEST_TEXT),
                words(Key.WHO_MAY_APPLY, Criteria.LONGEST_TEXT),
                words(Key.SUCCESS, Criteria.LONGEST_TEXT),
                words(Key.STOPPING, Criteria.LONGEST_TEXT),
                number(Key.WEEKS, 1, Criteria.MOST_WEEKS).orElse(0),
                places(Key.MENTORS_WHO_START_NOW, Key.MENTORS_IN_RESERVE),
                places(Key.MENTEES_WHO_START_NOW, Key.MENTEES_IN_RESERVE),
                strata());
    }

    private @Nullable Places places(Key start, Key reserve) {
        var held = number(reserve, 0, Places.MOST);
        return number(start, 1, Places.MOST)
                .map(number -> new Places(number, held.orElse(0)))
                .orElse(null);
    }

    private Optional<Integer> number(Key key, int least, int most) {
        if (!values.containsKey(key)) {
            return Optional.empty();
        }
        var text = scalar(key);
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            wrong(lineOf(key), "number", shortened(text), least, most);
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private String words(Key key, int longest) {
        var text = scalar(key).strip();
        if (text.length() > longest) {
            wrong(lineOf(key), "text", text.length(), longest);
        }
        return text;
    }

    private List<Stratum> strata() {
        if (!values.containsKey(Key.STRATA)) {
            return List.of();
        }
        if (!(values.get(Key.STRATA) instanceof SequenceNode list)) {
            wrong(lineOf(Key.STRATA), "stratum", "", strataNames());
            return List.of();
        }
        var strata = new ArrayList<Stratum>();
        for (var node : list.getValue()) {
            var written = node instanceof ScalarNode each ? each.getValue() : "";
            Arrays.stream(Stratum.values())
                    .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(written))
                    .findFirst()
                    .ifPresentOrElse(
                            strata::add, () -> wrong(line(node), "stratum", shortened(written), strataNames()));
        }
        return strata;
    }

    /// Empty where there is none; anything that is no plain value is a fault.
    private String scalar(Key key) {
        return switch (values.get(key)) {
            case null -> "";
            case ScalarNode scalar -> scalar.getValue();
            case Node other -> {
                if (faults.stream().noneMatch(fault -> fault.line() == line(other))) {
                    wrong(line(other), "scalar", key.written());
                }
                yield "";
            }
        };
    }

    private int lineOf(Key key) {
        return values.get(key) instanceof Node node ? line(node) : 0;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String keys() {
        return Arrays.stream(Key.values()).map(Key::written).collect(Collectors.joining(", "));
    }

    private static String strataNames() {
        return Arrays.stream(Stratum.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private void wrong(int line, String why, Object... about) {
        faults.add(new Fault(line, Saying.of("programme.template.wrong." + why, about)));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 39)) + "…";
    }
}
