// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.counterpart.enrolment.SignUps;
import org.counterpart.enrolment.places.Draws;
import org.counterpart.enrolment.places.Listed;
import org.counterpart.enrolment.places.PlaceState;
import org.counterpart.enrolment.places.PlacesOfDraws;
import org.counterpart.enrolment.places.ProgrammeDraw;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Download;
import org.counterpart.web.NotFound;
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
import org.springframework.web.bind.annotation.RequestParam;

/// What each who is signed in may know of their own place. Nobody else is named.
@Controller
@Access(Audience.SIGNED_IN)
public class PlacePages {
    private final Programmes programmes;
    private final Draws draws;
    private final PlacesOfDraws places;
    private final SignUps signUps;
    private final CriteriaOfProgrammes criteria;

    PlacePages(
            Programmes programmes, Draws draws, PlacesOfDraws places, SignUps signUps, CriteriaOfProgrammes criteria) {
        this.programmes = programmes;
        this.draws = draws;
        this.places = places;
        this.signUps = signUps;
        this.criteria = criteria;
    }

    /// @param listed null for whoever is not on the list
    /// @param nextWaveOn null where it was not settled
    /// @param proof whether there is one
    /// @param earlier draws that were set aside, and of which there is a proof, too
    public record PlacePage(
            Programme programme,
            ProgrammeDraw draw,
            @Nullable Listed listed,
            PlaceState state,
            @Nullable LocalDate nextWaveOn,
            boolean proof,
            List<Integer> earlier) {
        public PlacePage {
            earlier = List.copyOf(earlier);
        }
    }

    @GetMapping("/calls/{id}/place")
    String place(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
        var programme = programme(id);
        var draw = draws.find(id).orElseThrow(NotFound::new);
        var person = who.personId();
        var listed = person == null ? null : places.of(id, person).orElse(null);
        boolean signedUp = person != null && signUps.has(id, person);
        model.addAttribute(
                "page",
                new PlacePage(
                        programme,
                        draw,
                        listed,
                        PlaceState.of(draw, listed, signedUp),
                        criteria.find(id)
                                .map(kept -> kept.criteria().nextWaveOn())
                                .orElse(null),
                        !proofOf(id, draw.round(), who).isEmpty(),
                        IntStream.range(1, draw.round())
                                .filter(round -> !proofOf(id, round, who).isEmpty())
                                .boxed()
                                .toList()));
        return "enrolment/place";
    }

    /// Where there is none, the page of the place says why.
    ///
    /// @param round which draw of the programme; the latest where it is not named
    @GetMapping("/calls/{id}/place/proof.json")
    ResponseEntity<byte[]> proof(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") int round, @AuthenticationPrincipal SignedIn who) {
        programme(id);
        var latest = draws.find(id).orElseThrow(NotFound::new);
        return Optional.of(proofOf(id, round == 0 ? latest.round() : round, who))
                .filter(proof -> !proof.isEmpty())
                .map(proof ->
                        Download.of("proof.json", MediaType.APPLICATION_JSON, proof.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.status(303)
                        .header(HttpHeaders.LOCATION, "/calls/%s/place".formatted(id))
                        .build());
    }

    private String proofOf(UUID id, int round, SignedIn who) {
        var person = who.personId();
        return person == null ? "" : places.proof(id, round, person);
    }

    private Programme programme(UUID id) {
        return programmes.called(id).orElseThrow(NotFound::new);
    }
}
