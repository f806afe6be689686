// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Finds people by what they offer and want: which phrases meet, and who said them. Of a phrase whose words are in very
/// many others, those with its rarest words are looked at first, and no more than [#MOST_PHRASES].
final class TopicIndex {
    private static final int MOST_PHRASES = 4_000;
    private static final int CHUNK = 256;
    private static final int FEW = 32;

    final Said mentorsOffer;
    final Said mentorsWant;
    final Said menteesOffer;
    final Said menteesWant;

    /// For each offered phrase the wanted ones that it meets, and the other way round.
    final Met offered;

    final Met wanted;

    TopicIndex(Call call) {
        IntPredicate mentor = person -> call.signUp(person).role().mayMentor();
        IntPredicate mentee = person -> call.signUp(person).role().mayBeMentored();
        int phrases = 1
                + IntStream.range(0, call.size())
                        .map(person -> Math.max(
                                highest(call.traits(person).offers()),
                                highest(call.traits(person).wants())))
                        .max()
                        .orElse(-1);
        mentorsOffer = Said.by(call, phrases, mentor, Traits::offers);
        mentorsWant = Said.by(call, phrases, mentor, Traits::wants);
        menteesOffer = Said.by(call, phrases, mentee, Traits::offers);
        menteesWant = Said.by(call, phrases, mentee, Traits::wants);
        var offers = Said.by(call, phrases, _ -> true, Traits::offers);
        var wants = Said.by(call, phrases, _ -> true, Traits::wants);
        offered = Met.among(call.topics(), offers, wants);
        wanted = offered.turnedRound();
    }

    private static int highest(int[] phrases) {
        return Arrays.stream(phrases).max().orElse(-1);
    }

    /// Who said each phrase: people stand ascending from `start[phrase]` to before `start[phrase + 1]`.
    record Said(int[] start, int[] people) {
        static Said by(Call call, int phrases, IntPredicate belongs, Function<Traits, int[]> part) {
            var start = new int[phrases + 1];
            for (int person = 0; person < call.size(); person++) {
                for (int phrase : belongs.test(person) ? part.apply(call.traits(person)) : new int[0]) {
                    if (phrase >= 0) {
                        start[phrase + 1]++;
                    }
                }
            }
            Arrays.parallelPrefix(start, Integer::sum);
            var next = start.clone();
            var people = new int[start[phrases]];
            for (int person = 0; person < call.size(); person++) {
                for (int phrase : belongs.test(person) ? part.apply(call.traits(person)) : new int[0]) {
                    if (phrase >= 0) {
                        people[next[phrase]++] = person;
                    }
                }
            }
            return new Said(start, people);
        }

        int times(int phrase) {
            return start[phrase + 1] - start[phrase];
        }

        /// The first place of a phrase that is of a person at or after a position.
        int from(int phrase, int position) {
            int at = start[phrase];
            int end = start[phrase + 1];
            if (end - at > FEW) {
                int found = Arrays.binarySearch(people, at, end, position);
                return found >= 0 ? found : -found - 1;
            }
            while (at < end && people[at] < position) {
                at++;
            }
            return at;
        }
    }

    /// For each phrase the phrases that it meets, and for how many points.
    record Met(int[][] phrases, byte[][] points) {
        private static Met among(Topics topics, Said offers, Said wants) {
            int count = offers.start.length - 1;
            var byKey = byKey(topics, wants, count);
            var met = new Met(new int[count][], new byte[count][]);
            IntStream.range(0, Math.ceilDiv(count, CHUNK)).parallel().forEach(chunk -> {
                var seen = new int[count];
                Arrays.fill(seen, -1);
                for (int offer = chunk * CHUNK; offer < Math.min(count, (chunk + 1) * CHUNK); offer++) {
                    met.find(topics, offers.times(offer) > 0 ? offer : -1, offer, byKey, seen);
                }
            });
            return met;
        }

        private void find(Topics topics, int offer, int place, int[][] byKey, int[] seen) {
            var found = new int[16];
            var worth = new byte[16];
            int size = 0;
            int looked = 0;
            for (int key : rarestFirst(topics.keys(offer), byKey)) {
                for (int i = 0; i < byKey[key].length && looked < MOST_PHRASES; i++, looked++) {
                    int want = byKey[key][i];
                    int points = seen[want] == place ? 0 : topics.meeting(offer, want);
                    seen[want] = place;
                    if (points > 0) {
                        if (size == found.length) {
                            found = Arrays.copyOf(found, 2 * size);
                            worth = Arrays.copyOf(worth, 2 * size);
                        }
                        found[size] = want;
                        worth[size++] = (byte) points;
                    }
                }
            }
            phrases[place] = Arrays.copyOf(found, size);
            points[place] = Arrays.copyOf(worth, size);
        }

        private Met turnedRound() {
            var size = new int[phrases.length];
            for (var each : phrases) {
                for (int other : each) {
                    size[other]++;
                }
            }
            var turned = new Met(new int[size.length][], new byte[size.length][]);
            Arrays.setAll(turned.phrases, phrase -> new int[size[phrase]]);
            Arrays.setAll(turned.points, phrase -> new byte[size[phrase]]);
            for (int phrase = phrases.length - 1; phrase >= 0; phrase--) {
                for (int i = 0; i < phrases[phrase].length; i++) {
                    int other = phrases[phrase][i];
                    turned.phrases[other][--size[other]] = phrase;
                    turned.points[other][size[other]] = points[phrase][i];
                }
            }
            return turned;
        }

        private static int[] rarestFirst(int[] keys, int[][] byKey) {
            return Arrays.stream(keys)
                    .mapToLong(key -> (long) byKey[key].length << 32 | key)
                    .sorted()
                    .mapToInt(each -> (int) each)
                    .toArray();
        }

        private static int[][] byKey(Topics topics, Said said, int phrases) {
            var size = new int[topics.keys()];
            for (int phrase = 0; phrase < phrases; phrase++) {
                for (int key : said.times(phrase) > 0 ? topics.keys(phrase) : new int[0]) {
                    size[key]++;
                }
            }
            var byKey = new int[size.length][];
            Arrays.setAll(byKey, key -> new int[size[key]]);
            for (int phrase = phrases - 1; phrase >= 0; phrase--) {
                for (int key : said.times(phrase) > 0 ? topics.keys(phrase) : new int[0]) {
                    byKey[key][--size[key]] = phrase;
                }
            }
            return byKey;
        }
    }
}
