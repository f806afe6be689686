// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.enrolment.places.DrawRecords;
import org.counterpart.enrolment.places.DrawingPlaces;
import org.counterpart.enrolment.places.DrawingPlaces.Why;
import org.counterpart.enrolment.places.Draws;
import org.counterpart.enrolment.places.Listed;
import org.counterpart.enrolment.places.PlacesOfDraws;
import org.counterpart.enrolment.places.ProgrammeDraw;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Download;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The draw as its owner sees it: before, when it can be held, and the three lists that came of it.
@Controller
@Access(Audience.OWNER)
public class DrawPages {
    private final Programmes programmes;
    private final Phases phases;
    private final Draws draws;
    private final PlacesOfDraws places;
    private final DrawingPlaces drawing;
    private final DrawRecords records;
    private final DrawHistories histories;
    private final People people;
    private final Notice notice;
    private final Clock clock;

    DrawPages(
            Programmes programmes,
            Phases phases,
            Draws draws,
            PlacesOfDraws places,
            DrawingPlaces drawing,
            DrawRecords records,
            DrawHistories histories,
            People people,
            Notice notice,
            Clock clock) {
        this.programmes = programmes;
        this.phases = phases;
        this.draws = draws;
        this.places = places;
        this.drawing = drawing;
        this.records = records;
        this.histories = histories;
        this.people = people;
        this.notice = notice;
        this.clock = clock;
    }

    /// @param name as the roster has it
    public record Row(String name, Listed listed) {}

    /// How many of one role and one group are where.
    ///
    /// @param role a key of the texts
    public record Group(String role, String stratum, long applicants, long starting, long inReserve, long next) {}

    /// @param witness what stands in the form, `source` likewise
    /// @param why it was not drawn; null where nobody asked
    /// @param repeatable whether the files are still to be had
    public record DrawPage(
            Programme programme,
            Phase phase,
            @Nullable ProgrammeDraw draw,
            List<Group> groups,
            List<Row> rows,
            boolean repeatable,
            DrawHistory history,
            Instant now,
            String witness,
            String source,
            @Nullable Why why) {
        public List<Row> starting() {
            return those(Listed::starts, Comparator.comparing(Row::name));
        }

        public List<Row> inReserve() {
            return those(
                    Listed::waitsInReserve,
                    Comparator.comparing(
                                    (Row row) -> String.valueOf(row.listed().pool()))
                            .thenComparing(row -> row.listed().turn()));
        }

        public List<Row> nextWave() {
            return those(
                    each -> each.outcome() == Outcome.COMPARISON && each.leftAt() == null,
                    Comparator.comparing(Row::name));
        }

        /// Places that somebody left after the draw, with who has each now.
        public List<Row> left() {
            return those(
                    each -> each.hasPlace() && each.leftAt() != null,
                    Comparator.comparing(row -> String.valueOf(row.listed().leftAt())));
        }

        public String filledBy(Row gone) {
            return rows.stream()
                    .filter(row -> gone.listed().number().equals(row.listed().inPlaceOf()))
                    .map(Row::name)
                    .findFirst()
                    .orElse("");
        }

        /// Whether it follows one that was set aside so lately that not everybody could read why.
        public boolean tooSoon() {
            return draw != null && now.isBefore(draw.notBefore());
        }

        public boolean ready() {
            return draw != null && draw.list() != null && draw.held() == null && phase == Phase.CLOSED;
        }

        private List<Row> those(Predicate<Listed> which, Comparator<Row> order) {
            return rows.stream()
                    .filter(row -> which.test(row.listed()))
                    .sorted(order)
                    .toList();
        }
    }

    @GetMapping("/programmes/{id}/draw")
    String show(@PathVariable UUID id, Model model) {
        return page(id, "", "", null, model);
    }

    @PostMapping("/programmes/{id}/draw")
    String draw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String witness,
            @RequestParam(defaultValue = "") String source,
            @AuthenticationPrincipal SignedIn who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        programme(id);
        return switch (drawing.draw(id, witness, source, who)) {
            case DrawingPlaces.Done _ -> {
                notice.show(flash, "enrolment.draw.done");
                yield "redirect:/programmes/%s/draw".formatted(id);
            }
            case DrawingPlaces.Refused(Why why) -> {
                response.setStatus(422);
                yield page(id, witness, source, why, model);
            }
        };
    }

    /// It names nobody, so auditors take it too.
    ///
    /// @param round which draw of the programme; the latest where it is not named, as below
    @Access(Audience.AUDITOR)
    @GetMapping("/programmes/{id}/draw/applicants.csv")
    ResponseEntity<byte[]> applicants(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int round, @AuthenticationPrincipal SignedIn who) {
        programme(id);
        return file(
                page(id, who),
                draw(id, round).flatMap(records::applicants),
                "applicants.csv",
                "text/csv;charset=UTF-8");
    }

    @Access(Audience.AUDITOR)
    @GetMapping("/programmes/{id}/draw/result.zip")
    ResponseEntity<byte[]> result(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int round, @AuthenticationPrincipal SignedIn who) {
        programme(id);
        return file(page(id, who), draw(id, round).flatMap(records::result), "result.zip", "application/zip");
    }

    private Optional<ProgrammeDraw> draw(UUID id, int round) {
        return round == 0 ? draws.find(id) : draws.find(id, round);
    }

    /// The page of the draw that whoever asks may open.
    private static String page(UUID id, SignedIn who) {
        return (who.owner() ? "/programmes/%s/draw" : "/calls/%s/draw").formatted(id);
    }

    /// Where there is no file, the page of the draw says why.
    private static ResponseEntity<byte[]> file(String page, Optional<byte[]> content, String name, String type) {
        return content.map(bytes -> Download.of(name, MediaType.parseMediaType(type), bytes))
                .orElseGet(() -> ResponseEntity.status(303)
                        .header(HttpHeaders.LOCATION, page)
                        .build());
    }

    private String page(UUID id, String witness, String source, @Nullable Why why, Model model) {
        var programme = programme(id);
        var draw = draws.find(id).orElse(null);
        var all = places.of(id);
        model.addAttribute(
                "page",
                new DrawPage(
                        programme,
                        phases.of(id),
                        draw,
                        groups(all),
                        rows(all),
                        draw != null && records.repeatable(draw),
                        histories.of(id),
                        clock.instant(),
                        witness,
                        source,
                        why));
        return "enrolment/draw";
    }

    private List<Row> rows(List<Listed> all) {
        var known = people.all();
        return all.stream()
                .map(each -> new Row(
                        known.get(each.personId()) instanceof Person person ? person.name() : each.personId(), each))
                .toList();
    }

    private static List<Group> groups(List<Listed> all) {
        Map<String, Map<String, List<Listed>>> byRole = new TreeMap<>();
        for (var each : all) {
            byRole.computeIfAbsent(each.role().name(), _ -> new TreeMap<>())
                    .computeIfAbsent(String.join(" · ", each.stratum()), _ -> new ArrayList<>())
                    .add(each);
        }
        var groups = new ArrayList<Group>();
        byRole.forEach((role, byStratum) -> byStratum.forEach((stratum, those) -> groups.add(new Group(
                role,
                stratum,
                those.size(),
                those.stream()
                        .filter(each -> each.outcome() == Outcome.START_NOW)
                        .count(),
                those.stream().filter(each -> each.outcome() == Outcome.RESERVE).count(),
                those.stream()
                        .filter(each -> each.outcome() == Outcome.COMPARISON)
                        .count()))));
        return groups;
    }

    private Programme programme(UUID id) {
        return programmes.find(id).orElseThrow(NotFound::new);
    }
}
