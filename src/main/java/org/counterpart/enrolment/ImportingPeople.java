// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterpart.enrolment.ImportDrafts.Draft;
import org.counterpart.enrolment.signup.DryRun;
import org.counterpart.enrolment.signup.SignUpChanges;
import org.counterpart.enrolment.signup.SignUpFile;
import org.counterpart.people.AddressesChanged;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.people.roster.Faults;
import org.counterpart.people.roster.Heading;
import org.counterpart.people.roster.RosterChanges;
import org.counterpart.privacy.Consents;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.programme.MovingOn;
import org.counterpart.programme.Phase;
import org.counterpart.web.Saying;
import org.counterpart.web.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings people and their sign-ups in from a file: first a dry run that shows what would happen, then, once
/// confirmed, all of it or nothing.
@Component
public class ImportingPeople {
    private final People people;
    private final SignUps signUps;
    private final ImportDrafts drafts;
    private final Decisions decisions;
    private final MovingOn moving;
    private final Consents consents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportingPeople(
            People people,
            SignUps signUps,
            ImportDrafts drafts,
            Decisions decisions,
            MovingOn moving,
            Consents consents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consents = consents;
        this.people = people;
        this.signUps = signUps;
        this.drafts = drafts;
        this.decisions = decisions;
        this.moving = moving;
        this.events = events;
        this.clock = clock;
    }

    /// Keeps the file for its dry run and gives the id of the draft; an earlier draft of the programme is dropped.
    @Transactional
    public UUID upload(UUID programmeId, String fileName, byte[] content) {
        var draft = new Draft(UUID.randomUUID(), fileName, content);
        drafts.replace(programmeId, draft, clock.instant());
        return draft.id();
    }

    /// Empty where the draft was confirmed, dropped or never there.
    @Transactional(readOnly = true)
    public Optional<DryRun> dryRun(UUID programmeId, UUID draftId) {
        return drafts.find(programmeId, draftId).map(draft -> dryRun(programmeId, draft));
    }

    @Transactional
    public void drop(UUID programmeId, UUID draftId) {
        drafts.remove(programmeId, draftId);
    }

    /// Does what the dry run of this moment shows. Empty where the draft is gone, for instance because the button
    /// was pressed twice.
    @Transactional
    public Optional<DryRun> confirm(UUID programmeId, UUID draftId, SignedIn who) {
        var dryRun = dryRun(programmeId, draftId);
        if (dryRun.isEmpty() || !(dryRun.get() instanceof DryRun.Ready ready)) {
            return dryRun;
        }
        if (!drafts.remove(programmeId, draftId)) {
            return Optional.empty();
        }
        people.save(ready.roster().toSave());
        var before = ready.roster().addressesBefore();
        if (!before.isEmpty()) {
            events.publishEvent(new AddressesChanged(before, clock.instant()));
        }
        signUps.withdraw(programmeId, ready.signUps().withdrawn());
        signUps.save(programmeId, ready.signUps().toSave());
        decisions.add(new Decision(
                programmeId,
                clock.instant(),
                who.accountId(),
                Decision.Act.PEOPLE_IMPORTED,
                List.of(
                        ready.fileName(),
                        String.valueOf(ready.roster().added().size()),
                        String.valueOf(ready.roster().changed().size()),
                        String.valueOf(ready.signUps().toSave().size()),
                        String.valueOf(ready.signUps().withdrawn().size())),
                ""));
        if (signUps.count(programmeId) > 0) {
            moving.reach(programmeId, Phase.CLOSED, who);
        }
        events.publishEvent(new PeopleImported(
                programmeId,
                ready.signUps().toSave().stream().map(SignUp::personId).collect(Collectors.toUnmodifiableSet()),
                ready.signUps().withdrawn()));
        return dryRun;
    }

    private DryRun dryRun(UUID programmeId, Draft draft) {
        var known = people.all();
        return switch (SignUpFile.read(draft.fileName(), draft.content(), known.keySet())) {
            case SignUpFile.Refused refused ->
                new DryRun.Refused(
                        draft.fileName(),
                        refused.faults(),
                        RosterChanges.between(
                                known,
                                refused.sound().people().values(),
                                refused.sound().columns()),
                        refused.lines());
            case SignUpFile.Read read -> dryRun(programmeId, draft.fileName(), known, read);
        };
    }

    private DryRun dryRun(UUID programmeId, String fileName, Map<String, Person> known, SignUpFile.Read read) {
        var roster = RosterChanges.between(known, read.people().values(), read.columns());
        var faults = new Faults(fileName);
        roster.check(known, faults);
        if (faults.any()) {
            return new DryRun.Refused(fileName, faults.byLine(), roster, 0);
        }
        var applied = signUps.applied(programmeId);
        var willing = withoutThoseWhoApplied(withoutThoseWhoLeft(read), applied);
        var fromFiles = signUps.of(programmeId).stream()
                .filter(signUp -> !applied.contains(signUp.personId()))
                .toList();
        var changes = SignUpChanges.between(fromFiles, willing);
        return new DryRun.Ready(fileName, roster, changes, withoutAddress(known, roster, willing), willing.warnings());
    }

    /// Nobody is signed up again by others once they left the programme (L10).
    private SignUpFile.Read withoutThoseWhoLeft(SignUpFile.Read read) {
        var left = consents.left();
        var gone = read.signUps().stream()
                .map(SignUp::personId)
                .filter(left::contains)
                .collect(Collectors.toSet());
        return gone.isEmpty() ? read : without(read, gone, "enrolment.left");
    }

    /// What somebody applied with is theirs, and no file changes it or takes it away.
    private static SignUpFile.Read withoutThoseWhoApplied(SignUpFile.Read read, Set<String> applied) {
        var named = new HashSet<>(read.people().keySet());
        named.retainAll(applied);
        return named.isEmpty() || !read.columns().contains(Heading.ROLE)
                ? read
                : without(read, named, "enrolment.applied");
    }

    private static SignUpFile.Read without(SignUpFile.Read read, Set<String> people, String why) {
        var warnings = new ArrayList<>(read.warnings());
        warnings.add(
                Saying.of(why, people.size(), people.stream().sorted().limit(20).collect(Collectors.joining(", "))));
        return new SignUpFile.Read(
                read.people(),
                read.signUps().stream()
                        .filter(signUp -> !people.contains(signUp.personId()))
                        .toList(),
                warnings,
                read.columns());
    }

    private static List<Person> withoutAddress(Map<String, Person> known, RosterChanges roster, SignUpFile.Read read) {
        var takingPart = new HashSet<String>();
        read.signUps().forEach(signUp -> takingPart.add(signUp.personId()));
        var after = new java.util.HashMap<>(known);
        roster.toSave().forEach(person -> after.put(person.id(), person));
        var without = new ArrayList<Person>();
        for (var id : takingPart) {
            if (after.get(id) instanceof Person person && person.email() == null) {
                without.add(person);
            }
        }
        without.sort(java.util.Comparator.comparing(Person::id));
        return without;
    }
}
