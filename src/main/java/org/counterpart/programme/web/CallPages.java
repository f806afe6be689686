// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterpart.postgres.Acting;
import org.counterpart.programme.CallAction;
import org.counterpart.programme.CallAction.Link;
import org.counterpart.programme.CallFigure;
import org.counterpart.programme.CallFigure.Figure;
import org.counterpart.programme.CallWords;
import org.counterpart.programme.CallWords.Words;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.criteria.Criteria;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.counterpart.programme.criteria.CriteriaOfProgrammes.Kept;
import org.counterpart.programme.criteria.CriteriaText;
import org.counterpart.programme.criteria.Places;
import org.counterpart.programme.results.Results;
import org.counterpart.programme.results.ResultsOfProgrammes;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Download;
import org.counterpart.web.NotFound;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.counterpart.web.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The call, for everyone to read: what it is for, who may apply, the dates, the numbers, what is kept and who sees it
/// (R61). Before it opens, it does not exist for anyone but the owners, who see how it will look.
@Controller
@Access(Audience.SIGNED_IN)
public class CallPages {
    private final Programmes programmes;
    private final Phases phases;
    private final CriteriaOfProgrammes criteria;
    private final List<CallAction> actions;
    private final List<CallFigure> figures;
    private final List<CallWords> words;
    private final ResultsOfProgrammes results;
    private final Site site;

    CallPages(
            Programmes programmes,
            Phases phases,
            CriteriaOfProgrammes criteria,
            List<CallAction> actions,
            List<CallFigure> figures,
            List<CallWords> words,
            ResultsOfProgrammes results,
            Site site) {
        this.programmes = programmes;
        this.phases = phases;
        this.criteria = criteria;
        this.actions = List.copyOf(actions);
        this.figures = List.copyOf(figures);
        this.words = List.copyOf(words);
        this.results = results;
        this.site = site;
    }

    /// Calls that are out or were, newest first.
    public record CallsPage(List<Call> calls) {}

    /// @param address where people find it
    /// @param digest of its criteria; none in a preview
    /// @param words that somebody says to the reader, in order
    /// @param actions what the reader can do, in order
    /// @param published what came of it, the newest first
    public record CallPage(
            Programme programme,
            Phase phase,
            Criteria criteria,
            @Nullable String digest,
            List<Words> words,
            List<Figure> figures,
            List<Link> actions,
            List<Results> published,
            String address) {
        /// What came of it, as it stands; null before it is published.
        public @Nullable Results results() {
            return published.isEmpty() ? null : published.getFirst();
        }

        public boolean preview() {
            return digest == null;
        }

        public String path() {
            return "/calls/" + programme.id();
        }
    }

    /// @param code of the call's address
    public record PosterPage(CallPage call, QrSquare code) {}

    /// A call as it stands among others.
    public record Call(Programme programme, Phase phase, Criteria criteria) {}

    @GetMapping("/calls")
    String all(Model model) {
        model.addAttribute(
                "page",
                new CallsPage(programmes.called().stream()
                        .flatMap(programme -> criteria
                                .find(programme.id())
                                .map(kept -> new Call(programme, phase(programme.id()), kept.criteria()))
                                .stream())
                        .toList()));
        return "call/index";
    }

    @GetMapping("/calls/{id}")
    String show(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
        model.addAttribute("page", page(id, who));
        return "call/show";
    }

    /// To be printed on a sheet of A4.
    @GetMapping("/calls/{id}/poster")
    String poster(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
        var call = page(id, who);
        model.addAttribute("page", new PosterPage(call, QrSquare.of(call.address())));
        return "call/poster";
    }

    @GetMapping("/calls/{id}/criteria.txt")
    ResponseEntity<byte[]> text(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
        var page = page(id, who);
        return Download.of("criteria.txt", CriteriaText.of(page.programme(), page.criteria()));
    }

    private CallPage page(UUID id, SignedIn who) {
        var programme = (who.owner() ? programmes.find(id) : programmes.called(id)).orElseThrow(NotFound::new);
        var kept = criteria.find(id);
        var settled = kept.map(Kept::criteria).orElse(Criteria.NONE);
        return new CallPage(
                programme,
                phase(id),
                settled,
                kept.map(Kept::digest).orElse(null),
                words.stream()
                        .flatMap(each -> each.of(id, who).stream())
                        .sorted(Comparator.comparingInt(Words::order))
                        .toList(),
                Stream.concat(
                                Stream.of(
                                                places(10, "mentors", settled.mentors()),
                                                places(20, "mentees", settled.mentees()))
                                        .flatMap(Optional::stream),
                                figures.stream().flatMap(each -> each.of(id).stream()))
                        .sorted(Comparator.comparingInt(Figure::order))
                        .toList(),
                actions.stream()
                        .flatMap(each -> each.of(id, who).stream())
                        .sorted(Comparator.comparingInt(Link::order))
                        .toList(),
                results.published(id),
                site.link("/calls/" + id));
    }

    /// Whether a call is open is for everyone to know; when it was moved on, and by whom, is not.
    private Phase phase(UUID id) {
        return Acting.system(() -> phases.of(id));
    }

    private static Optional<Figure> places(int order, String role, @Nullable Places places) {
        return Optional.ofNullable(places)
                .map(each -> new Figure(order, Saying.of("programme.call.places." + role), each.start()));
    }
}
