// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterpart.Authenticator;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.ImportingPeople;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUps;
import org.counterpart.enrolment.places.Call;
import org.counterpart.enrolment.places.DrawingPlaces;
import org.counterpart.identity.Grants;
import org.counterpart.identity.passkey.SettingUp;
import org.counterpart.pairing.Answer;
import org.counterpart.pairing.AnsweringPairs;
import org.counterpart.pairing.Pairs;
import org.counterpart.pairing.PausingPairs;
import org.counterpart.pairing.Season;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.Settled;
import org.counterpart.web.Duty;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two programmes with published pairs and somebody for every duty: all that a door could open to.
final class House {
    static final String STRANGER = "stranger";
    private static final Pattern PASSKEY = Pattern.compile("/account/passkeys/([\\w-]+)/removal");
    private static final Pattern SESSION = Pattern.compile("/account/sessions/([\\w-]{36})/end");

    final Reader owner;
    private final int port;
    private final ApplicationContext application;
    private final Doors doors;
    private final Grants grants;
    private final SettingUp settingUp;
    private final JdbcClient jdbc;
    private final Map<String, Reader> holders = new HashMap<>();
    private final UUID spring;
    private final UUID autumn = UUID.randomUUID();

    House(int port, ApplicationContext application) {
        this.port = port;
        this.application = application;
        doors = application.getBean(Doors.class);
        grants = application.getBean(Grants.class);
        settingUp = application.getBean(SettingUp.class);
        jdbc = application.getBean(JdbcClient.class);
        var programmes = application.getBean(Programmes.class);
        var people = application.getBean(People.class);
        var signUps = application.getBean(SignUps.class);
        owner = doors.owner(port);
        spring = Season.begin(programmes, people, signUps);
        callOf(spring);
        programmes.start(new Programme(autumn, "Autumn", 2, SettableClock.START));
        callOf(autumn);
        people.save(List.of(Season.person("gil", 1), Season.person("hana", 6), Season.person("iris", 3)));
        signUps.save(
                autumn,
                List.of(
                        Season.signUp("gil", Role.MENTOR, "Maps", "Law", Set.of()),
                        Season.signUp("hana", Role.MENTEE, "Law", "Maps", Set.of())));
        for (var programme : List.of(spring, autumn)) {
            var matching = "/programmes/" + programme + "/matching";
            owner.open(matching);
            owner.press(matching + "/runs", "reason", "First");
            owner.open(matching);
            owner.press(matching + "/runs/" + run(programme) + "/publication", "reason", "Agreed");
        }
        jdbc.sql("""
                        insert into draw (programme_id, commitment, committed_at) \
                        select id, encode(sha256(convert_to(id::text, 'UTF8')), 'hex'), ? from programme""").param(Timestamp.from(SettableClock.START)).update();
        jdbc.sql("insert into draw_seed (programme_id, seed) select id, id::text from programme")
                .update();
        entrust("ana@other.example", Duty.AUDITOR, spring.toString());
        entrust("aron@other.example", Duty.AUDITOR, autumn.toString());
        entrust("alma@other.example", Duty.AUDITOR, "");
        for (var duty : List.of(Duty.SPONSOR, Duty.FACILITATOR, Duty.CONVENOR, Duty.EVALUATOR)) {
            entrust(duty.name().toLowerCase(java.util.Locale.ROOT) + "@other.example", duty, "");
        }
    }

    /// What the call of a programme said, whose sign-ups came from a file.
    private void callOf(UUID programme) {
        var path = "/programmes/" + programme + "/criteria";
        owner.open(path);
        owner.press(path, Settled.but());
        jdbc.sql("update criteria set frozen_at = ?, digest = repeat('0', 64) where programme_id = ?")
                .param(Timestamp.from(SettableClock.START))
                .param(programme)
                .update();
    }

    /// A third programme as it is while its owner decides: two runs, rules that were changed, a quota, a wish and
    /// people left out; and pairs that meet, rest and may not go on. Amira has a passkey, and Iris a duty
    /// to confirm.
    void isLivedIn() {
        hear(spring);
        ask(spring);
        sponsorSays();
        says(spring, "STOPPED");
        var winter = "/programmes/"
                + Season.begin(
                        application.getBean(Programmes.class),
                        application.getBean(People.class),
                        application.getBean(SignUps.class))
                + "/matching";
        owner.open(winter);
        owner.press(winter + "/runs");
        owner.open(winter);
        owner.press(
                winter + "/rules",
                "quotaKind0",
                "ACROSS_DEPARTMENTS",
                "quotaWhose0",
                "PEOPLE",
                "quotaLeast0",
                "50",
                "quotaStrength0",
                "PREFERRED");
        owner.press(winter + "/wishes", "mentor", "bo", "mentee", "finn", "kind", "FORBIDDEN", "reason", "Neighbours");
        owner.press(winter + "/runs", "reason", "Once more");
        passkey();
        duty();
        call();
        pairsGoTheirWays();
        isDrawn();
        // After the calls opened, since nobody asked Norway.
        people(new Person("nils", "Nils", "nils@x.example", 4, "Law", null, "Norway", null, Set.of(), null));
    }

    private void people(Person... more) {
        application.getBean(People.class).save(List.of(more));
    }

    private void sponsorSays() {
        var note = here("/calls/{id}/note");
        var sponsor = holders.get("sponsor@other.example");
        sponsor.open(note);
        sponsor.press(note, "text", "What a first day here is like", "own", "yes");
    }

    /// What came of a programme of one criterion, in a draft that could be published.
    private void says(UUID programme, String ending) {
        var path = "/programmes/" + programme + "/results";
        owner.open(path);
        var today = LocalDate.ofInstant(SettableClock.START, ZoneOffset.UTC).toString();
        owner.press(
                path,
                "draft",
                "1.0",
                "finding0",
                "NO_DIFFERENCE",
                "seen0",
                "As before",
                "people0",
                "12",
                "on0",
                today,
                "ending",
                ending,
                "endingSeen",
                "A third stopped meeting");
    }

    /// Gil and Hana meet, Bo and Ezra rest for a while, and an import puts Cleo above Finn.
    private void pairsGoTheirWays() {
        for (var mentor : List.of("gil", "bo")) {
            for (var pair : application.getBean(Pairs.class).ofPerson(mentor)) {
                for (var one : List.of(pair.mentorId(), pair.menteeId())) {
                    application.getBean(AnsweringPairs.class).answer(pair.id(), one, Answer.ACCEPTED);
                }
            }
        }
        var pausing = application.getBean(PausingPairs.class);
        pausing.pause(pair("bo"), "bo", pausing.days().last().toString());
        var file = "id,name,manager_id\nfinn,Finn,cleo\n".getBytes(StandardCharsets.UTF_8);
        var importing = application.getBean(ImportingPeople.class);
        importing.confirm(autumn, importing.upload(autumn, "people.csv", file), Season.OWNER);
    }

    /// One programme that was drawn, with Amira and Dana on its list, one that is about to be, and one whose draw an
    /// owner
    /// wants set aside.
    private void isDrawn() {
        drawn("2+1");
        drawn("1+2");
        jdbc.sql("""
                        insert into setting_aside (programme_id, round, reason, asked_at, asked_by) \
                        select programme_id, round, 'Two were missing', drawn_at, gen_random_uuid() from draw \
                        where mentor_reserve = 2""").update();
        var told = Call.in(application).opens("2+1", "2+1").apply(4, 4, 0).closes().programme;
        says(told, "STOPPED_OTHERWISE");
        owner.press("/programmes/" + told + "/results/publication", "draft", "1.1");
    }

    private void drawn(String places) {
        var call = Call.in(application)
                .opens(places, places)
                .apply(4, 4, 1)
                .joins("amira", Role.MENTOR)
                .joins("dana", Role.MENTEE)
                .closes();
        application
                .getBean(DrawingPlaces.class)
                .draw(call.programme, "4 8 15 16 23 42", "Public lottery", Season.OWNER);
    }

    /// To which Amira applied; Bo has a draft.
    private void call() {
        var summer = OpenCall.begin(application.getBean(Programmes.class), application.getBean(People.class), jdbc);
        jdbc.sql("""
                        insert into application (programme_id, person_id, saved_at, handed_in_at) \
                        values (:summer, 'amira', now(), now()), (:summer, 'bo', now(), null)""").param("summer", summer).update();
    }

    /// A link to sign in, as somebody gets it by mail.
    String signInLink(String email) {
        var asking = new Reader(port);
        asking.open("/sign-in");
        asking.press("/sign-in", "email", email);
        return doors.latestLink(email);
    }

    private void entrust(String email, Duty duty, String programme) {
        propose(email, duty, programme);
        var holder = doors.reader(port, email);
        holder.open("/duties");
        holder.press("/duties/" + pending() + "/confirmation");
        holders.put(email, holder);
    }

    private void propose(String email, Duty duty, String programme) {
        owner.open("/duties");
        owner.press(
                "/duties",
                "email",
                email,
                "name",
                email,
                "duty",
                duty.name(),
                "programme",
                programme,
                "reason",
                "Asked");
    }

    private UUID pending() {
        return grants.open().stream()
                .filter(grant -> !grant.confirmed())
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// Everyone who knocks: how they are called in docs/access.md where what is asked for is theirs, and their address.
    static Map<String, String> visitors() {
        return Map.ofEntries(
                Map.entry(STRANGER, ""),
                Map.entry("owner", "owner@x.example"),
                Map.entry("mentor", "amira@x.example"),
                Map.entry("mentee", "dana@x.example"),
                Map.entry("named", "iris@x.example"),
                Map.entry("auditor", "ana@other.example"),
                Map.entry("auditor of the other programme", "aron@other.example"),
                Map.entry("auditor of every programme", "alma@other.example"),
                Map.entry("mentor of another pair", "bo@x.example"),
                Map.entry("mentee of the other programme", "hana@x.example"),
                Map.entry("sponsor", "sponsor@other.example"),
                Map.entry("facilitator", "facilitator@other.example"),
                Map.entry("convenor", "convenor@other.example"),
                Map.entry("evaluator", "evaluator@other.example"));
    }

    Reader visitor(String who) {
        return switch (who) {
            case STRANGER -> new Reader(port);
            case "owner" -> owner;
            default -> {
                var email = visitors().get(who);
                yield holders.containsKey(email) ? holders.get(email) : doors.reader(port, email);
            }
        };
    }

    /// The address where everything named is that of Amira and Dana in spring, and is there.
    String here(String pattern) {
        return pattern.replace("{id}", pattern.startsWith("/duties") ? duty().toString() : spring.toString())
                .replace("{draft}", pattern.contains("{draft}") ? draft(spring) : "")
                .replace("{voice}", pattern.contains("{voice}") ? voice(spring) : "")
                .replace("{pitfall}", pattern.contains("{pitfall}") ? pitfall(spring) : "")
                .replace("{link}", pattern.contains("{link}") ? link(ask(spring)) : "")
                .replace("{run}", run(spring).toString())
                .replace("{pair}", pair("amira").toString())
                .replace("{file}", UUID.randomUUID().toString())
                .replace("{number}", "0")
                .replace("{passkey}", pattern.contains("{passkey}") ? passkey() : "")
                .replace("{session}", pattern.contains("{session}") ? session() : "")
                .replace(
                        "{token}",
                        pattern.startsWith("/set-up")
                                ? settingUp.issue().text()
                                : pattern.startsWith("/consultations")
                                        ? mailed("/consultations/", ask(spring))
                                        : mailed("/answers/", "amira@x.example"));
    }

    /// The same of people in autumn; links that nobody was sent.
    String elsewhere(String pattern) {
        return pattern.replace("{id}", autumn.toString())
                .replace("{draft}", pattern.contains("{draft}") ? draft(autumn) : "")
                .replace("{voice}", pattern.contains("{voice}") ? voice(autumn) : "")
                .replace("{pitfall}", pattern.contains("{pitfall}") ? pitfall(autumn) : "")
                .replace("{link}", pattern.contains("{link}") ? link(ask(autumn)) : "")
                .replace("{run}", run(autumn).toString())
                .replace("{pair}", pair("gil").toString())
                .replace("{file}", UUID.randomUUID().toString())
                .replace("{number}", "0")
                .replace("{passkey}", UUID.randomUUID().toString())
                .replace("{session}", UUID.randomUUID().toString())
                .replace("{token}", "x".repeat(43));
    }

    /// What is of autumn, asked for as if it were of spring.
    String mixedUp(String pattern) {
        return pattern.replace("{id}", spring.toString())
                .replace("{draft}", pattern.contains("{draft}") ? draft(autumn) : "")
                .replace("{voice}", pattern.contains("{voice}") ? voice(autumn) : "")
                .replace("{pitfall}", pattern.contains("{pitfall}") ? pitfall(autumn) : "")
                .replace("{run}", run(autumn).toString());
    }

    /// Changes whenever anything of a programme does.
    String everything() {
        return jdbc.sql("""
                        select (select count(*) from import_draft) || ' ' || (select count(*) from person) || ' ' \
                        || (select count(*) from decision) || ' ' || (select count(*) from voice) || ' ' \
                        || (select count(answer) from pitfall) || ' ' || (select count(*) from pair) || ' ' \
                        || (select count(published_at) from match_run)""").query(String.class).single();
    }

    /// How everybody signs in by a device.
    String passkeys() {
        return jdbc.sql("select string_agg(passkey::text, ' ' order by passkey::text) from passkey")
                .query(String.class)
                .single();
    }

    private UUID duty() {
        if (grants.open().stream().allMatch(grant -> grant.confirmed())) {
            propose("iris@x.example", Duty.CONVENOR, "");
        }
        if (grants.open().stream().allMatch(grant -> grant.confirmed())) {
            return grants.open().stream()
                    .filter(grant -> grant.holder().email().equals("iris@x.example"))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
        return pending();
    }

    private String voice(UUID programme) {
        hear(programme);
        return jdbc.sql("select id::text from voice where programme_id = ? limit 1")
                .param(programme)
                .query(String.class)
                .single();
    }

    private String pitfall(UUID programme) {
        hear(programme);
        return jdbc.sql("""
                        select pitfall.id::text from pitfall join voice on voice.id = voice_id \
                        where programme_id = ? limit 1""").param(programme).query(String.class).single();
    }

    /// Somebody, once: whoever was heard already is refused.
    private void hear(UUID programme) {
        var path = "/programmes/" + programme + "/consultation";
        owner.open(path);
        owner.press(
                path + "/voices",
                "knownAs",
                "Vito",
                "part",
                "MENTOR",
                "tookPartIn",
                "Pilot",
                "pitfalls",
                "Nobody had time");
    }

    private String draft(UUID programme) {
        var path = "/programmes/" + programme + "/import";
        owner.open(path);
        var page = owner.upload(
                path,
                "people.csv",
                "id,name,email,role\nnew,New,new@x.example,mentor\n".getBytes(StandardCharsets.UTF_8));
        return page.path().substring(path.length() + 1);
    }

    /// One of Amira.
    private String passkey() {
        var own = "/account/passkeys";
        var amira = doors.reader(port, "amira@x.example");
        var page = amira.press(
                own, "credential", new Authenticator().make(amira.open(own).asked()));
        return PASSKEY.matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    /// A further one of Amira, in a browser of which nothing more is asked.
    private String session() {
        var amira = doors.reader(port, "amira@x.example");
        var before = sessions(amira);
        doors.reader(port, "amira@x.example");
        return sessions(amira).stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> sessions(Reader reader) {
        return SESSION.matcher(reader.open("/account/sessions").text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private UUID run(UUID programme) {
        return jdbc.sql("select id from match_run where programme_id = :programme order by number desc limit 1")
                .param("programme", programme)
                .query(UUID.class)
                .single();
    }

    private UUID pair(String mentor) {
        return jdbc.sql("select id from pair where mentor_id = :mentor")
                .param("mentor", mentor)
                .query(UUID.class)
                .single();
    }

    /// Somebody new, by mail; their address.
    private String ask(UUID programme) {
        var path = "/programmes/" + programme + "/consultation";
        var address = UUID.randomUUID() + "@x.example";
        owner.open(path);
        owner.press(path + "/links", "knownAs", address, "address", address);
        return address;
    }

    private String link(String address) {
        return jdbc.sql("select id::text from consultation_link where address = :address")
                .param("address", address)
                .query(String.class)
                .single();
    }

    /// What stands behind a path in a mail to somebody.
    private String mailed(String path, String email) {
        var body = jdbc.sql("select body from mail where recipient = :to and body like '%' || :path || '%' limit 1")
                .param("to", email)
                .param("path", path)
                .query(String.class)
                .single();
        var found = Pattern.compile(path + "([\\w-]+)").matcher(body);
        if (!found.find()) {
            throw new AssertionError(body);
        }
        return found.group(1);
    }
}
