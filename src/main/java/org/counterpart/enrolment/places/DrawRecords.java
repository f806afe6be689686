// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.places;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.counterpart.enrolment.draw.Draw;
import org.counterpart.enrolment.draw.Drawn;
import org.counterpart.enrolment.draw.files.DrawFolder;
import org.counterpart.enrolment.places.ProgrammeDraw.Digested;
import org.counterpart.enrolment.places.ProgrammeDraw.Held;
import org.counterpart.postgres.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The files by which `counterpart draw` closes the same list and repeats the same draw elsewhere. Once somebody on the
/// list was erased, there are none.
@Component
public class DrawRecords {
    private static final Logger LOG = LoggerFactory.getLogger(DrawRecords.class);

    private final PlacesOfDraws places;

    DrawRecords(PlacesOfDraws places) {
        this.places = places;
    }

    /// APPLICANTS.csv as it was closed.
    public Optional<byte[]> applicants(ProgrammeDraw draw) {
        var all = all(draw);
        return draw.list() instanceof Digested list && whole(draw, all, list)
                ? Optional.of(csv(all, list))
                : Optional.empty();
    }

    /// A zip of the folder that `counterpart draw --check` reads.
    public Optional<byte[]> result(ProgrammeDraw draw) {
        return draw.list() instanceof Digested list && draw.held() instanceof Held held
                ? drawn(draw, list, held).map(drawn -> zip(drawn, held.at()))
                : Optional.empty();
    }

    /// Whether everybody is still on the list as they stood on it, so that there are files. Nothing is computed for
    /// that: the files are, once somebody wants them.
    public boolean repeatable(ProgrammeDraw draw) {
        return draw.held() != null && draw.list() instanceof Digested list && complete(draw, all(draw), list);
    }

    private List<Listed> all(ProgrammeDraw draw) {
        return Acting.system(() -> places.of(draw.programmeId(), draw.round()));
    }

    /// A row that was changed by hand is told to nobody as a file.
    private Optional<Drawn> drawn(ProgrammeDraw draw, Digested list, Held held) {
        var all = all(draw);
        if (!whole(draw, all, list)) {
            return Optional.empty();
        }
        if (Draw.of(all.stream().map(Listed::applicant).toList(), list.terms(), held.secret()) instanceof Drawn drawn
                && drawn.notice().root().equals(held.root())) {
            return Optional.of(drawn);
        }
        LOG.error("Draw {} of programme {} does not come out the same.", draw.round(), draw.programmeId());
        return Optional.empty();
    }

    private static boolean whole(ProgrammeDraw draw, List<Listed> all, Digested list) {
        if (!complete(draw, all, list)) {
            return false;
        }
        if (ClosingLists.closed(all, list.terms()).digest().equals(list.digest())) {
            return true;
        }
        LOG.error(
                "The list of draw {} of programme {} is not the one that was published.",
                draw.round(),
                draw.programmeId());
        return false;
    }

    private static boolean complete(ProgrammeDraw draw, List<Listed> all, Digested list) {
        return draw.closed() != null
                && all.size() == draw.closed().applicants()
                && all.stream()
                        .allMatch(each ->
                                each.stratum().size() == list.terms().strata().size());
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

    /// Dated by the draw, so that the same draw is the same file whenever somebody wants it.
    private static byte[] zip(Drawn drawn, Instant at) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : DrawFolder.files(drawn).entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
