// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.counterpart.enrolment.draw.Draw;
import org.counterpart.enrolment.draw.Drawn;
import org.counterpart.enrolment.draw.files.DrawFolder;
import org.counterpart.enrolment.places.ProgrammeDraw.Digested;
import org.counterpart.enrolment.places.ProgrammeDraw.Held;
import org.springframework.stereotype.Component;

/// The files by which `counterpart draw` closes the same list and repeats the same draw elsewhere. Once somebody on the
/// list was erased, there are none.
@Component
public class DrawRecords {
    private final Draws draws;
    private final PlacesOfDraws places;

    DrawRecords(Draws draws, PlacesOfDraws places) {
        this.draws = draws;
        this.places = places;
    }

    /// APPLICANTS.csv as it was closed.
    public Optional<byte[]> applicants(UUID programmeId) {
        return draws.find(programmeId).map(ProgrammeDraw::list).flatMap(list -> {
            var all = places.of(programmeId);
            return whole(all, list) ? Optional.of(csv(all, list)) : Optional.empty();
        });
    }

    /// A zip of the folder that `counterpart draw --check` reads.
    public Optional<byte[]> result(UUID programmeId) {
        return draws.find(programmeId).flatMap(this::drawn).map(DrawRecords::zip);
    }

    /// Whether the draw can be repeated from what is kept.
    public boolean repeatable(ProgrammeDraw draw) {
        return drawn(draw).isPresent();
    }

    private Optional<Drawn> drawn(ProgrammeDraw draw) {
        if (!(draw.list() instanceof Digested list) || !(draw.held() instanceof Held held)) {
            return Optional.empty();
        }
        var all = places.of(draw.programmeId());
        return whole(all, list)
                        && Draw.of(all.stream().map(Listed::applicant).toList(), list.terms(), held.secret())
                                instanceof Drawn drawn
                        && drawn.notice().root().equals(held.root())
                ? Optional.of(drawn)
                : Optional.empty();
    }

    private static boolean whole(List<Listed> all, Digested list) {
        return !all.isEmpty()
                && all.stream()
                        .allMatch(each ->
                                each.stratum().size() == list.terms().strata().size())
                && ClosingLists.closed(all, list.terms()).digest().equals(list.digest());
    }

    private static byte[] csv(List<Listed> all, Digested list) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            var header = new ArrayList<>(List.of("id", "role"));
            header.addAll(list.terms().strata());
            csv.writeRecord(header);
            for (var each : all) {
                var row = new ArrayList<>(
                        List.of(each.number(), each.applicant().side().text()));
                row.addAll(each.stratum());
                csv.writeRecord(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Drawn drawn) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : DrawFolder.files(drawn).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
