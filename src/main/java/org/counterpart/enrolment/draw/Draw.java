// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Draws who starts now, who is in reserve and who is in the next wave. The same applicants, terms and secret give
/// the same lists anywhere, in whatever order the applicants stand.
public final class Draw {
    private static final Comparator<byte[]> LOWEST = Arrays::compareUnsigned;

    private final ClosedList list;
    private final Lots lots;
    private final Map<String, String> tickets = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Group> groupOf = new HashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();

    private Draw(ClosedList list, Lots lots) {
        this.list = list;
        this.lots = lots;
    }

    /// The list as it is closed and published, before the seed is opened; or every fault it has.
    public static Closing close(List<Applicant> applicants, Terms terms) {
        var faults = Scrutiny.of(applicants, terms);
        return faults.isEmpty() ? new Closing.Closed(ClosedList.of(applicants, terms)) : new Closing.Open(faults);
    }

    public static Drawing of(List<Applicant> applicants, Terms terms, Secret secret) {
        var faults = new ArrayList<>(Scrutiny.of(secret));
        faults.addAll(Scrutiny.of(applicants, terms));
        if (!faults.isEmpty()) {
            return new Refused(List.copyOf(faults));
        }
        var list = ClosedList.of(applicants, terms);
        return new Draw(list, new Lots(ClosedList.key(secret, list.digest()))).drawn(secret);
    }

    private Drawn drawn(Secret secret) {
        for (var each : list.applicants()) {
            tickets.put(each.id(), HexFormat.of().formatHex(lots.lot("ticket", each)));
        }
        var pools = Sides.deal(list, lots);
        for (var pool : list.terms().pools().keySet()) {
            draw(
                    pool,
                    list.applicants().stream()
                            .filter(each -> pools.get(each.id()) == pool)
                            .toList());
        }
        return new Drawn(
                list,
                secret,
                groups,
                list.applicants().stream().map(this::place).toList());
    }

    private Place place(Applicant applicant) {
        var group = known(groupOf, applicant);
        var ticket = known(tickets, applicant);
        return new Place(applicant, group, ticket, group.outcome(ticket), turns.getOrDefault(applicant.id(), 0));
    }

    private static <T> T known(Map<String, T> by, Applicant applicant) {
        @Nullable T value = by.get(applicant.id());
        if (value == null) {
            throw new IllegalStateException("Nothing was drawn for (%s).".formatted(applicant.id()));
        }
        return value;
    }

    private void draw(Pool pool, List<Applicant> applicants) {
        var strata = byStratum(pool, applicants);
        var seats = list.terms().seats(pool);
        var sizes = strata.values().stream().mapToInt(List::size).toArray();
        var start = Apportionment.divide(seats.start(), sizes, lots.number("start", List.of(pool.text())));
        for (int each = 0; each < sizes.length; each++) {
            sizes[each] -= start[each];
        }
        var reserve = Apportionment.divide(seats.reserve(), sizes, lots.number("reserve", List.of(pool.text())));
        var inReserve = new ArrayList<Applicant>();
        int at = 0;
        for (var stratum : strata.entrySet()) {
            var parts = new Seats(start[at], reserve[at]);
            inReserve.addAll(draw(pool, stratum.getKey(), stratum.getValue(), parts));
            at++;
        }
        inReserve.sort(Comparator.comparing(each -> lots.lot("turn", each), LOWEST));
        for (int turn = 1; turn <= inReserve.size(); turn++) {
            turns.put(inReserve.get(turn - 1).id(), turn);
        }
    }

    /// In an order that is drawn, so that no name decides beside whom a stratum stands.
    private Map<List<String>, List<Applicant>> byStratum(Pool pool, List<Applicant> applicants) {
        var found = new HashMap<List<String>, List<Applicant>>();
        applicants.forEach(each ->
                found.computeIfAbsent(each.stratum(), _ -> new ArrayList<>()).add(each));
        var drawn = new LinkedHashMap<List<String>, List<Applicant>>();
        found.keySet().stream()
                .sorted(Comparator.comparing(stratum -> groupLot(pool, stratum), LOWEST))
                .forEach(stratum -> drawn.put(stratum, known(found, stratum)));
        return drawn;
    }

    private static List<Applicant> known(Map<List<String>, List<Applicant>> by, List<String> stratum) {
        return by.getOrDefault(stratum, List.of());
    }

    private byte[] groupLot(Pool pool, List<String> stratum) {
        var texts = new ArrayList<>(List.of(pool.text()));
        texts.addAll(stratum);
        return lots.lot("group", texts);
    }

    /// Those of the stratum who are in reserve.
    private List<Applicant> draw(Pool pool, List<String> stratum, List<Applicant> applicants, Seats seats) {
        var byTicket = applicants.stream()
                .sorted(Comparator.comparing(each -> known(tickets, each)))
                .toList();
        int taken = (int) seats.all();
        var group = new Group(
                pool,
                stratum,
                applicants.size(),
                seats,
                seats.start() == 0 ? null : known(tickets, byTicket.get(seats.start() - 1)),
                seats.reserve() == 0 ? null : known(tickets, byTicket.get(taken - 1)));
        groups.add(group);
        applicants.forEach(each -> groupOf.put(each.id(), group));
        return byTicket.subList(seats.start(), taken);
    }
}
