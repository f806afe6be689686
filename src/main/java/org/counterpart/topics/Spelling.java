// SPDX-License-Identifier: Apache-2.0
package org.counterpart.topics;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Takes a phrase apart: letters and digits make a word, as do + and # after them (C++, C#); everything else parts
/// words. Case does not count, nor an English 's.
final class Spelling {
    private static final Pattern WORD = Pattern.compile("(?<!\\p{L}['’](?=s\\b))[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}+#]*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Spelling() {}

    /// The words of a phrase in lower case, in their order.
    static List<String> words(String phrase) {
        var text = (isPlain(phrase) ? phrase : Normalizer.normalize(phrase, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        var found = WORD.matcher(text);
        while (found.find()) {
            words.add(found.group());
        }
        return words;
    }

    /// A word without accents.
    static String plain(String word) {
        return isPlain(word)
                ? word
                : MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .replace("ß", "ss");
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > '\u007f') {
                return false;
            }
        }
        return true;
    }
}
