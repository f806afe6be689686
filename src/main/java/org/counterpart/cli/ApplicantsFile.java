// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.counterpart.enrolment.draw.Applicant;
import org.counterpart.enrolment.draw.Refused;
import org.counterpart.enrolment.draw.Side;
import org.counterpart.people.roster.Cells;
import org.counterpart.people.roster.Faults;
import org.counterpart.people.roster.Heading;
import org.counterpart.people.roster.Rows.Row;
import org.counterpart.people.roster.Table;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;

/// Reads APPLICANTS.csv: `id`, the columns of the strata, `word` if there is one, and `role`, which must be there where
/// places are by role. As in PEOPLE.csv, a line whose role is empty takes no part.
final class ApplicantsFile {
    private static final String ID = "id";
    private static final String ROLE = "role";
    private static final String WORD = "word";

    private final Faults faults;
    private final List<String> header;
    private final List<Applicant> applicants = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private int passedOver;

    private ApplicantsFile(List<String> header, Faults faults) {
        this.faults = faults;
        this.header = header.stream().map(Heading::column).toList();
    }

    /// The applicants, whose faults are told beside the line that each stands on.
    record Read(List<Applicant> applicants, List<Integer> lines, List<Saying> remarks) {
        void add(Refused.Fault fault, Faults faults) {
            var arguments = new ArrayList<>(fault.arguments());
            if (fault.why() == Refused.Why.TWICE) {
                arguments.set(0, lines.get((Integer) arguments.getFirst()));
            }
            var column = switch (fault.why()) {
                case ID, TWICE -> ID;
                case SIDE -> ROLE;
                case WORD -> WORD;
                case STRATUM -> "stratum";
                case NO_APPLICANTS,
                        PLACES,
                        TOO_MANY_PLACES,
                        RESERVE,
                        TOO_LARGE_RESERVE,
                        TOO_FEW_FOR_ROLES,
                        STRATA,
                        SEED,
                        WITNESS -> null;
            };
            faults.add(
                    lines.get(fault.applicant()),
                    column,
                    fault.value(),
                    "draw.why." + fault.why(),
                    arguments.toArray());
        }
    }

    /// @param strata names of columns as [Heading#column] has them
    static Read read(Path file, List<String> strata, boolean byRole, Faults faults) {
        var table = Table.read(file, faults);
        var reading = new ApplicantsFile(table.header(), faults);
        if (!faults.any()) {
            reading.read(table, strata, byRole);
        }
        var remarks = reading.passedOver == 0
                ? List.<Saying>of()
                : List.of(Saying.of("cli.draw.no-role", String.valueOf(file.getFileName()), reading.passedOver));
        return new Read(reading.applicants, reading.lines, remarks);
    }

    private void read(Table table, List<String> strata, boolean byRole) {
        int id = column(ID);
        int role = byRole || header.contains(ROLE) ? column(ROLE) : -1;
        int word = header.contains(WORD) ? column(WORD) : -1;
        var places = strata.stream().map(this::column).toList();
        if (faults.any()) {
            return;
        }
        for (var row : table.rows()) {
            if (role >= 0 && row.cells().get(role).isBlank()) {
                passedOver++;
                continue;
            }
            var stratum = places.stream().map(place -> text(row, place)).toList();
            applicants.add(new Applicant(
                    text(row, id), byRole ? side(row, role) : Side.ANY, stratum, word < 0 ? "" : text(row, word)));
            lines.add(row.line());
        }
    }

    private int column(String name) {
        int place = header.indexOf(name);
        if (place < 0) {
            faults.add(1, name, null, "cli.draw.column", String.join(", ", header));
        } else if (place != header.lastIndexOf(name)) {
            faults.add(1, name, null, "cli.column-twice");
        }
        return place;
    }

    /// Empty where the cell is, or has a fault that was told.
    private String text(Row row, int place) {
        @Nullable String text = Cells.text(row, place, header.get(place), faults);
        return text == null ? "" : text;
    }

    private Side side(Row row, int place) {
        return switch (text(row, place).toLowerCase(Locale.ROOT)) {
            case "mentor" -> Side.MENTOR;
            case "mentee" -> Side.MENTEE;
            case "either" -> Side.EITHER;
            default -> Side.ANY;
        };
    }
}
