// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.enrolment.ApplicationWithdrawn;
import org.counterpart.enrolment.Applied;
import org.counterpart.enrolment.SignUps;
import org.counterpart.enrolment.applying.Applications.Kept;
import org.counterpart.enrolment.country.Countries;
import org.counterpart.enrolment.country.Country;
import org.counterpart.enrolment.country.SettlingCountries;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.counterpart.privacy.Consents;
import org.counterpart.programme.Phase;
import org.counterpart.programme.Phases;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.counterpart.topics.Library;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets people apply: a draft is kept as it is typed, and handed in once nothing is missing. Handing in twice is
/// handing in once. All of it ends at the moment in which the call closes, whoever notes that it did.
@Component
public class Applying {
    private final Applications applications;
    private final SignUps signUps;
    private final People people;
    private final Phases phases;
    private final CriteriaOfProgrammes criteria;
    private final Consents consents;
    private final Countries countries;
    private final SettlingCountries settling;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, List<String>> topics = Library.shipped().picks();
    private final Set<String> pickable =
            topics.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

    Applying(
            Applications applications,
            SignUps signUps,
            People people,
            Phases phases,
            CriteriaOfProgrammes criteria,
            Consents consents,
            Countries countries,
            SettlingCountries settling,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.signUps = signUps;
        this.people = people;
        this.phases = phases;
        this.criteria = criteria;
        this.consents = consents;
        this.countries = countries;
        this.settling = settling;
        this.events = events;
        this.clock = clock;
    }

    /// What somebody finds when they come back to it.
    ///
    /// @param savedAt null where nothing was saved yet
    /// @param handedInAt null where nothing is handed in
    /// @param changed whether the draft differs from what is handed in
    public record Draft(
            Typed typed,
            @Nullable Instant savedAt,
            @Nullable Instant handedInAt,
            boolean changed) {
        /// Of somebody who cannot apply.
        public static final Draft NONE = new Draft(Typed.of(Application.EMPTY, 0), null, null, false);
    }

    /// What came of saving or handing in.
    public sealed interface Answer {}

    /// @param version of the draft as it is now
    public record Saved(int version) implements Answer {}

    /// @param again whether nothing had changed since the last time
    public record HandedIn(boolean again) implements Answer {}

    /// Nothing was saved.
    ///
    /// @param faults by field
    public record Refused(Map<String, Saying> faults) implements Answer {}

    /// All was saved, and something has to come before it can be handed in.
    ///
    /// @param missing by field
    public record Incomplete(Map<String, Saying> missing) implements Answer {}

    /// Nothing was saved, since another device saved something else meanwhile.
    ///
    /// @param version of what that device saved
    public record SavedElsewhere(Instant at, int version) implements Answer {}

    /// Nothing was saved, since nobody can apply now.
    public record Shut(Door door) implements Answer {}

    /// Topics that can be picked, by group.
    public Map<String, List<String>> topics() {
        return topics;
    }

    public Door door(UUID programmeId, @Nullable String personId) {
        return door(programmeId, Acting.system(() -> phases.of(programmeId)), personId);
    }

    /// Where somebody works.
    public Country country(@Nullable String personId) {
        return countries.of(
                personId == null
                        ? null
                        : people.find(personId).map(Person::country).orElse(null));
    }

    /// Whether people can apply now.
    public boolean running(UUID programmeId) {
        return door(programmeId, "").open();
    }

    private Door door(UUID programmeId, Phase phase, @Nullable String personId) {
        var settled = criteria.find(programmeId).map(CriteriaOfProgrammes.Kept::criteria);
        var zone = settled.map(each -> each.zone()).orElse(ZoneOffset.UTC);
        var closing = settled.map(each -> each.closing()).orElse(null);
        return new Door(why(phase, closing, personId), closing, zone);
    }

    private Door.Why why(Phase phase, @Nullable Instant closing, @Nullable String personId) {
        if (phase.beforeTheCall()) {
            return Door.Why.EARLY;
        }
        if (phase != Phase.OPEN || closing != null && !clock.instant().isBefore(closing)) {
            return Door.Why.LATE;
        }
        return personId == null ? Door.Why.NOT_ON_THE_ROSTER : Door.Why.OPEN;
    }

    /// What somebody typed so far; for whoever begins, the languages that the roster knows them by.
    @Transactional(readOnly = true)
    public Draft draft(UUID programmeId, String personId) {
        return applications
                .find(programmeId, personId)
                .map(kept -> new Draft(
                        Typed.of(kept.application(), kept.version()),
                        kept.savedAt(),
                        kept.handedInAt(),
                        kept.changed()))
                .orElseGet(() -> new Draft(beginning(personId), null, null, false));
    }

    private Typed beginning(String personId) {
        var spoken = people.find(personId).map(Person::languages).orElse(Set.of()).stream()
                .sorted()
                .toList();
        var none = Application.EMPTY;
        return Typed.of(
                new Application(
                        none.role(),
                        none.strengths(),
                        none.gaps(),
                        none.released(),
                        none.gives(),
                        none.wants(),
                        spoken,
                        none.hours(),
                        none.capacity(),
                        none.commitments(),
                        none.avoid(),
                        none.prefer()),
                0);
    }

    /// Keeps a draft, whatever is missing in it.
    @Transactional
    public Answer save(UUID programmeId, String personId, Typed typed) {
        var keeping = keep(programmeId, personId, typed);
        return keeping.refused() == null
                ? new Saved(Objects.requireNonNull(keeping.kept()).version())
                : keeping.refused();
    }

    /// Keeps a draft, and hands it in if nothing is missing. It can be changed and handed in again until the call
    /// closes.
    ///
    /// @param agreed whether they ticked what is to be agreed to where they work
    @Transactional
    public Answer handIn(UUID programmeId, String personId, Typed typed, boolean agreed) {
        var keeping = keep(programmeId, personId, typed);
        if (keeping.refused() != null) {
            return keeping.refused();
        }
        var draft = Objects.requireNonNull(keeping.kept());
        var missing = new LinkedHashMap<>(Missing.in(draft.application()));
        if (consents.left().contains(personId)) {
            missing.put("left", Saying.of("enrolment.apply.missing.left"));
        }
        var country = country(personId);
        if (country.asksConsent() && !agreed) {
            missing.put("agreed", Saying.of("enrolment.apply.missing.agreed"));
        }
        if (!Acting.system(() -> settling.settled(programmeId, country))) {
            missing.put("country", Saying.of("enrolment.apply.missing.country", country.name(Locale.ENGLISH)));
        }
        var role = draft.application().role();
        if (role == null || !missing.isEmpty()) {
            return new Incomplete(missing);
        }
        if (draft.handedInAt() != null && !draft.changed()) {
            return new HandedIn(true);
        }
        var now = clock.instant();
        var application = draft.application();
        var avoided = Acting.system(() -> applications.ids(application.avoid()));
        var preferred = Acting.system(() -> applications.ids(application.prefer()));
        signUps.apply(
                programmeId,
                application.signUp(personId, role, Set.copyOf(avoided), preferred),
                application.languages(),
                now);
        applications.handIn(programmeId, personId, now, country.agreedTo());
        events.publishEvent(new Applied(programmeId, personId, draft.handedInAt() != null, now));
        return new HandedIn(false);
    }

    /// @param kept null where something was refused
    private record Keeping(@Nullable Kept kept, @Nullable Answer refused) {
        static Keeping refused(Answer answer) {
            return new Keeping(null, answer);
        }
    }

    /// The programme stays in its phase until the transaction ends, so that nobody applies to a closed call.
    private Keeping keep(UUID programmeId, String personId, Typed typed) {
        var door = door(programmeId, Acting.system(() -> phases.shared(programmeId)), personId);
        var person = people.find(personId);
        if (!door.open() || person.isEmpty()) {
            return Keeping.refused(new Shut(door));
        }
        var email = person.get().email();
        var read = Reading.read(typed, pickable, person.get().languages(), email == null ? "" : email);
        if (!read.faults().isEmpty()) {
            return Keeping.refused(new Refused(read.faults()));
        }
        var now = clock.instant();
        var held = applications.hold(programmeId, personId, now);
        if (held.application().equals(read.application())) {
            return new Keeping(held, null);
        }
        if (held.version() != typed.version()) {
            return Keeping.refused(new SavedElsewhere(held.savedAt(), held.version()));
        }
        applications.save(programmeId, personId, read.application(), now);
        return new Keeping(
                new Kept(read.application(), held.version() + 1, now, held.handedInAt(), held.handedInAt() != null),
                null);
    }

    /// Takes back what was handed in; the draft stays, for its author alone. Nobody is asked why.
    @Transactional
    public Answer withdraw(UUID programmeId, String personId) {
        var door = door(programmeId, Acting.system(() -> phases.shared(programmeId)), personId);
        if (!door.open()) {
            return new Shut(door);
        }
        var held = applications.hold(programmeId, personId, clock.instant());
        if (held.handedInAt() != null) {
            var now = clock.instant();
            signUps.takeBack(programmeId, personId);
            applications.handIn(programmeId, personId, null, null);
            events.publishEvent(new ApplicationWithdrawn(programmeId, personId, now));
        }
        return new Saved(held.version());
    }

    /// Removes a draft, at any time; what is handed in is withdrawn first.
    @Transactional
    public void remove(UUID programmeId, String personId) {
        applications.remove(programmeId, personId);
    }
}
