// SPDX-License-Identifier: Apache-2.0
package org.counterpart.topics;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/// A language that phrases are read in, with Lucene's list of its small words and Lucene's light stemmer: one that
/// takes plurals and endings off, so that "projects" is "project", and leaves different words apart. On a tie the
/// earlier language is meant.
public enum Tongue {
    EN(snowball("english_stop.txt"), "", EnglishMinimalStemFilter::new),
    DE(
            GermanAnalyzer.getDefaultStopSet(),
            "äöüß",
            words -> new GermanLightStemFilter(new GermanNormalizationFilter(words))),
    FR(FrenchAnalyzer.getDefaultStopSet(), "éèêàçœ", FrenchMinimalStemFilter::new),
    ES(SpanishAnalyzer.getDefaultStopSet(), "ñíóúá", SpanishLightStemFilter::new);

    private final CharArraySet smallWords;
    private final String letters;
    private final UnaryOperator<TokenStream> endings;

    Tongue(CharArraySet smallWords, String letters, UnaryOperator<TokenStream> endings) {
        this.smallWords = smallWords;
        this.letters = letters;
        this.endings = endings;
    }

    /// In lower case, as a file of this language is called.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a word in lower case is one of the small words that every sentence has.
    boolean isSmall(String word) {
        return smallWords.contains(word);
    }

    /// Whether a word in lower case has letters that only this one of our languages has.
    boolean hasOwnLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (letters.indexOf(word.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// A stemmer for each language, in their order; for one thread.
    static Stemmer[] stemmers() {
        return Arrays.stream(values())
                .map(tongue -> new Stemmer(tongue.endings))
                .toArray(Stemmer[]::new);
    }

    /// Lucene's own English list has thirty words; this one, which it ships too, has all of them.
    private static CharArraySet snowball(String file) {
        try (var words = new InputStreamReader(
                Objects.requireNonNull(SnowballFilter.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            return WordlistLoader.getSnowballWordSet(words);
        } catch (IOException wrong) {
            throw new UncheckedIOException("Lucene's list of small words could not be read: " + file, wrong);
        }
    }
}
