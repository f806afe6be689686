// SPDX-License-Identifier: Apache-2.0
package org.counterpart.topics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttributeImpl;
import org.apache.lucene.analysis.tokenattributes.KeywordAttributeImpl;

/// Takes plurals and endings off the words of one language, one word after the other, with Lucene's filters for it.
/// Keeps no word, but is for one thread.
final class Stemmer {
    private final Word word = new Word();
    private final TokenStream stems;

    Stemmer(UnaryOperator<TokenStream> filters) {
        this.stems = filters.apply(word);
    }

    /// What all forms of a word in lower case have in common, without accents.
    String stem(String text) {
        try {
            word.text = text;
            stems.incrementToken();
            return Spelling.plain(word.term.toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException("A word in memory could not be read: " + text, impossible);
        }
    }

    /// The word that is being read. It brings its attributes along, because Lucene's way to look for them costs a
    /// command more time than everything else here.
    private static final class Word extends TokenStream {
        private String text = "";
        private final CharTermAttribute term;

        Word() {
            addAttributeImpl(new CharTermAttributeImpl());
            addAttributeImpl(new KeywordAttributeImpl());
            this.term = addAttribute(CharTermAttribute.class);
        }

        @Override
        public boolean incrementToken() {
            term.setEmpty().append(text);
            return true;
        }
    }
}
