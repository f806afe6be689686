// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How alike two phrases are to a small language model that comes in a jar (all-MiniLM-L6-v2, quantised).
final class SentenceVectors {
    private final AllMiniLmL6V2QuantizedEmbeddingModel model;
    private final Map<String, Embedding> vectors = new HashMap<>();
    private long nanoseconds;

    SentenceVectors() {
        long before = megabytes();
        long start = System.nanoTime();
        model = new AllMiniLmL6V2QuantizedEmbeddingModel();
        model.embed("ready");
        System.out.printf(
                Locale.ROOT,
                "model ready after %,d ms, with %,d MB more%n",
                (System.nanoTime() - start) / 1_000_000,
                megabytes() - before);
    }

    double similarity(String one, String other) {
        return CosineSimilarity.between(vector(one), vector(other));
    }

    void tellSpeed() {
        System.out.printf(Locale.ROOT, "%.2f ms to embed a phrase%n", nanoseconds / 1e6 / vectors.size());
    }

    private Embedding vector(String phrase) {
        return vectors.computeIfAbsent(phrase, fresh -> {
            long start = System.nanoTime();
            var vector = model.embed(fresh).content();
            nanoseconds += System.nanoTime() - start;
            return vector;
        });
    }

    private static long megabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException elsewhere) {
            return 0;
        }
    }
}
