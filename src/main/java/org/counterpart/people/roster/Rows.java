// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people.roster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The rows of a delimited text file one after the other, however long it is. Comma, semicolon or tab is found by
/// looking at the first line, and what gzip packed is unpacked; empty rows are passed over. A row knows the line it
/// starts on.
public final class Rows implements AutoCloseable {
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int BUFFER = 1 << 16;

    private final Source source;

    /// Whether the bytes are still there once read; those of a pipe are not.
    private final boolean again;

    private final Faults faults;
    private @Nullable CsvReader<CsvRecord> csv;
    private @Nullable Iterator<CsvRecord> records;
    private List<String> header = List.of();
    private int line;
    private boolean any;

    /// Bytes that can be read again from their start.
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /// A data line; it has exactly as many cells as the header.
    public record Row(int line, List<String> cells) {}

    private Rows(Source source, boolean again, Faults faults) {
        this.source = source;
        this.again = again;
        this.faults = faults;
    }

    /// A file of at most so many bytes. Where it cannot be read faults are added, and then there are no rows.
    public static Rows of(Path file, Faults faults, long mostBytes) {
        var rows = new Rows(() -> unpacked(Files.newInputStream(file), mostBytes), Files.isRegularFile(file), faults);
        try {
            if (Files.isDirectory(file)) {
                faults.add(0, null, null, "roster.folder");
            } else if (!Files.isReadable(file)) {
                faults.add(0, null, null, "roster.unreadable");
            } else if (Files.size(file) > mostBytes) {
                faults.add(0, null, null, "roster.too-large", Files.size(file) >> 20, mostBytes >> 20);
            } else {
                rows.open();
            }
        } catch (IOException broken) {
            rows.broken(broken);
        }
        return rows;
    }

    private static InputStream unpacked(InputStream bytes, long mostBytes) throws IOException {
        var in = new BufferedInputStream(bytes, BUFFER);
        in.mark(2);
        int first = in.read() | in.read() << 8;
        in.reset();
        return first == GZIPInputStream.GZIP_MAGIC ? new Unpacking(in, mostBytes) : in;
    }

    /// A few bytes can unpack to any number of them, so they are counted.
    private static final class Unpacking extends GZIPInputStream {
        private final long most;
        private long left;

        Unpacking(InputStream packed, long most) throws IOException {
            super(packed, BUFFER);
            this.most = most;
            this.left = most;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooLong(most);
            }
            return read;
        }
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
        private final long most;

        TooLong(long most) {
            super("More than %d bytes come out.".formatted(most));
            this.most = most;
        }
    }

    static Rows of(Source source, Faults faults) {
        var rows = new Rows(source, true, faults);
        try {
            rows.open();
        } catch (IOException broken) {
            rows.broken(broken);
        }
        return rows;
    }

    public List<String> header() {
        return header;
    }

    /// The next row, or null at the end. A row of another length is a fault and passed over.
    public @Nullable Row next() {
        while (record() instanceof CsvRecord found) {
            if (found.getFieldCount() == header.size()) {
                if (!isBlank(found)) {
                    any = true;
                    return new Row(line, found.getFields());
                }
            } else if (!isBlank(found)) {
                any = true;
                faults.add(line, null, null, "roster.cells", found.getFieldCount(), header.size());
            }
        }
        if (!any && !faults.any()) {
            faults.add(0, null, null, "roster.no-rows");
        }
        return null;
    }

    @Override
    public void close() {
        try {
            if (csv != null) {
                csv.close();
            }
        } catch (IOException broken) {
            broken(broken);
        }
    }

    private void open() throws IOException {
        var text = Decoding.text(source.open(), faults);
        if (text == null) {
            return;
        }
        csv = CsvReader.builder()
                .fieldSeparator(delimiter(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text);
        records = csv.iterator();
        while (header.isEmpty() && record() instanceof CsvRecord first) {
            header = isBlank(first) ? List.of() : first.getFields();
        }
        if (header.isEmpty() && !faults.any()) {
            faults.add(0, null, null, "roster.empty");
        }
    }

    private @Nullable CsvRecord record() {
        try {
            if (records == null || !records.hasNext()) {
                return null;
            }
            var found = records.next();
            line = (int) found.getStartingLineNumber();
            for (var cell : found.getFields()) {
                if (cell.indexOf('\0') >= 0) {
                    faults.add(line, null, null, "roster.zero");
                    records = null;
                    return null;
                }
            }
            return found;
        } catch (CsvParseException | UncheckedIOException wrong) {
            if (wrong.getCause() instanceof IOException broken) {
                broken(broken);
            } else {
                faults.add(line + 1, null, null, "roster.quotes");
            }
            records = null;
            return null;
        }
    }

    private void broken(IOException broken) {
        if (broken instanceof TooLong tooLong) {
            faults.add(0, null, null, "roster.too-large-unpacked", tooLong.most >> 20);
            return;
        }
        if (broken instanceof CharacterCodingException && !again) {
            faults.add(0, null, null, "roster.encoding");
            return;
        }
        if (broken instanceof CharacterCodingException) {
            try (var bytes = source.open()) {
                faults.add(Decoding.firstBadLine(bytes), null, null, "roster.encoding");
                return;
            } catch (IOException gone) {
                broken.addSuppressed(gone);
            }
        }
        faults.add(0, null, null, "roster.unreadable-because", String.valueOf(broken.getMessage()));
    }

    private static boolean isBlank(CsvRecord found) {
        for (int i = 0; i < found.getFieldCount(); i++) {
            if (!found.getField(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        int letter = text.read();
        for (int read = 1; letter >= 0 && letter != '\n' && read < LONGEST_HEADER; read++) {
            commas += letter == ',' ? 1 : 0;
            semicolons += letter == ';' ? 1 : 0;
            tabs += letter == '\t' ? 1 : 0;
            letter = text.read();
        }
        text.reset();
        if (tabs > Math.max(commas, semicolons)) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}
