// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.Reader.Page;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class ImportTest {
    private static final String FILE = """
            Employee ID;Full Name;Work Email;Role;Job Level;Department;Location;Manager ID;Languages;Offers;Wants;Date of birth
            1;Ines Kjær;ines@x.example;mentee;7;Legal;Aarhus;;en;Negotiating;Data tools;1970-01-01
            2;Olu O'Neill;olu@x.example;mentor;2;Care;Leeds;1;en;Data tools;Negotiating;1999-01-01
            3;王;wang@x.example;;3;Care;Leeds;1;en;;;
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Decisions decisions;

    private final UUID programme = UUID.randomUUID();
    private Reader owner = new Reader(0);

    @BeforeEach
    void an_owner_with_a_programme() {
        programmes.start(new Programme(programme, "Spring", 20, SettableClock.START));
        owner = doors.owner(port);
        owner.open("/programmes/" + programme + "/import");
    }

    @Test
    void a_dry_run_shows_what_would_happen_and_does_nothing() {
        var page = upload(FILE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(figures(page)).containsExactly("3", "0", "0", "0", "2", "0", "0", "0");
        assertThat(page.says("Date of birth")).isTrue();
        assertThat(people.all()).isEmpty();
        assertThat(signUps.of(programme)).isEmpty();
    }

    @Test
    void a_confirmed_file_is_in_whole_and_in_the_log() {
        confirm(upload(FILE));

        assertThat(people.all().keySet()).containsExactly("1", "2", "3");
        assertThat(people.find("2").map(Person::name)).contains("Olu O'Neill");
        assertThat(signUps.of(programme)).extracting(SignUp::role).containsExactly(Role.MENTEE, Role.MENTOR);
        assertThat(decisions.before(programme, Long.MAX_VALUE, 10))
                .extracting(entry -> entry.decision().act())
                .containsExactly(Decision.Act.PHASE_CHANGED, Decision.Act.PEOPLE_IMPORTED);
    }

    @Test
    @Asvs("6.3.7")
    @Threat(21)
    void whose_address_an_import_changes_is_told_at_the_old_one_and_by_the_log() {
        confirm(upload("id,name,email\n1,Ines,ines@x.example\n2,Olu,olu@x.example\n3,Wang,wang@x.example\n"));
        doors.reader(port, "ines@x.example");
        var olu = doors.reader(port, "olu@x.example");

        confirm(upload("id,name,email\n1,Ines K.,ines@x.example\n2,Olu,ines.o@x.example\n3,Wang,w@x.example\n"));

        assertThat(mails("olu@x.example", "Your address to sign in was changed"))
                .singleElement()
                .asString()
                .contains("tell whoever runs the programme")
                .doesNotContain("Olu", "ines");
        assertThat(jdbc.sql("select count(*) from mail where subject like 'Your address%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(olu.open("/decisions").says("your mail address is another one"))
                .isTrue();
        assertThat(owner.open("/audit").says("changed the mail address of 2 people by an import"))
                .isTrue();
    }

    @Test
    void whose_address_an_import_takes_away_is_told_too() {
        confirm(upload("id,name,email\n1,Ines,ines@x.example\n"));
        doors.reader(port, "ines@x.example");

        confirm(upload("id,name,email\n1,Ines,\n"));

        assertThat(mails("ines@x.example", "Your address to sign in was changed"))
                .hasSize(1);
    }

    @Test
    @Threat(26)
    void the_same_file_twice_changes_nothing() {
        confirm(upload(FILE));
        var before = people.all();
        var signedUp = signUps.of(programme);

        var again = upload(FILE);

        assertThat(again.says("Nothing would change")).isTrue();
        assertThat(figures(again)).containsExactly("0", "0", "3", "0", "0", "0", "0", "2");
        confirm(again);
        assertThat(people.all()).isEqualTo(before);
        assertThat(signUps.of(programme)).isEqualTo(signedUp);
        assertThat(imports()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract", "Employment Type", "Worker-Type", "Vertragsart", "Beschäftigungsart"})
    void the_kind_of_contract_is_kept_under_any_name_it_is_exported_by(String heading) {
        confirm(upload("id,%s\n1,Fixed term\n2,\n".formatted(heading)));

        assertThat(people.find("1").map(Person::contract)).contains("Fixed term");
        assertThat(people.find("2").map(Person::contract)).isEmpty();
    }

    @Test
    void of_two_kinds_of_contract_the_first_is_read_and_the_other_named() {
        var page = upload("id,Worker type,Employee type\n1,Employee,Fixed term\n");

        assertThat(page.says("The column “Employee type” is not read")).isTrue();
        confirm(page);
        assertThat(people.find("1").map(Person::contract)).contains("Employee");
    }

    @Test
    void a_file_without_contracts_leaves_them_as_they_are() {
        confirm(upload("id,name,contract\n1,Ines,Agency\n"));
        confirm(upload("id,name\n1,Ines Kjær\n"));

        assertThat(people.find("1").map(Person::contract)).contains("Agency");
        assertThat(figures(upload("id,contract\n1,Permanent\n"))).startsWith("0", "1");
    }

    @Test
    @Threat(26)
    void pressing_the_button_twice_imports_once() {
        var page = upload(FILE);

        confirm(page);
        confirm(page);

        assertThat(imports()).isOne();
    }

    private long imports() {
        return decisions.before(programme, Long.MAX_VALUE, 10).stream()
                .filter(entry -> entry.decision().act() == Decision.Act.PEOPLE_IMPORTED)
                .count();
    }

    @Test
    @Asvs("2.3.3")
    void one_fault_refuses_the_whole_file_and_is_told_with_its_place() {
        var page = upload("id,name,role,level,capacity\n1,Ines,mentee,7,1\n2,Olu,mentor,junior,0\n");

        assertThat(figures(page)).containsExactly("1", "0", "0", "1");
        assertThat(page.says("junior")).isTrue();
        assertThat(page.says("must be a whole number from 1 to 99")).isTrue();
        assertThat(page.says("must be a whole number from 1 to 20")).isTrue();
        assertThat(page.says("/confirmation")).isFalse();
        confirm(page);
        assertThat(people.all()).isEmpty();
    }

    @Test
    void what_a_file_has_no_column_for_stays_as_it_was() {
        confirm(upload(FILE));

        confirm(upload("id,department\n2,Sales\n"));

        var olu = people.find("2").orElseThrow();
        assertThat(olu.department()).isEqualTo("Sales");
        assertThat(olu.name()).isEqualTo("Olu O'Neill");
        assertThat(olu.level()).isEqualTo(2);
        assertThat(olu.managerId()).isEqualTo("1");
        assertThat(signUps.of(programme)).hasSize(2);
    }

    @Test
    void somebody_named_without_their_role_withdraws() {
        confirm(upload(FILE));

        confirm(upload("id,role\n2,\n"));

        assertThat(signUps.of(programme)).extracting(SignUp::personId).containsExactly("1");
        assertThat(people.find("2")).isPresent();
    }

    @Test
    void two_people_can_swap_their_addresses_in_one_file() {
        confirm(upload(FILE));

        confirm(upload("id,email\n1,olu@x.example\n2,ines@x.example\n"));

        assertThat(people.byEmail("olu@x.example").map(Person::id)).contains("1");
    }

    @Test
    void an_address_of_somebody_already_here_is_refused() {
        confirm(upload(FILE));

        assertThat(upload("id,name,email\n9,New,olu@x.example\n").says("would belong to both"))
                .isTrue();
    }

    @Test
    void reporting_lines_may_not_go_round_through_people_already_here() {
        confirm(upload(FILE));

        assertThat(upload("id,manager_id\n1,3\n").says("go round in a circle")).isTrue();
        assertThat(people.find("1").map(Person::managerId)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void any_unicode_encoding_is_read(String encoding) {
        var page = owner.upload(
                "/programmes/" + programme + "/import", "people.csv", FILE.getBytes(Charset.forName(encoding)));
        confirm(page);

        assertThat(people.find("3").map(Person::name)).contains("王");
    }

    @Test
    void a_file_in_an_old_encoding_is_refused_with_what_to_do() {
        var page = owner.upload(
                "/programmes/" + programme + "/import",
                "people.csv",
                "id,name\n1,Jürgen\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(page.says("save the table as CSV UTF-8")).isTrue();
    }

    @Test
    @Asvs("5.2.1")
    @Threat(25)
    void a_file_of_fifty_megabytes_is_refused_with_its_limit() {
        var page = owner.upload("/programmes/" + programme + "/import", "people.csv", new byte[50 << 20]);

        assertThat(page.says("at most 20 MB can be read at once")).isTrue();
        assertThat(people.all()).isEmpty();
    }

    @Test
    @Asvs("5.2.1")
    @Threat(25)
    void a_file_beyond_any_measure_gets_a_page_and_not_a_broken_connection() {
        var page = owner.upload("/programmes/" + programme + "/import", "people.csv", new byte[70 << 20]);

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.says("20 MB")).isTrue();
    }

    /// The first bytes of each, under the name and the type of a table.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "504b0304140000000800", // a workbook or another zip file
                "d0cf11e0a1b11ae10000", // an old workbook
                "255044462d312e370a25", // PDF
                "1f8b0800000000000003", // gzip
                "89504e470d0a1a0a0000", // PNG
                "ffd8ffe000104a464946", // JPEG
                "7f454c46020101000000", // a program of Linux
                "4d5a90000300000004ff", // a program of Windows
                "25215053006964006e61", // PostScript
                "00000000000000000000"
            })
    @Asvs("5.2.2")
    @Threat({25, 42})
    void what_is_no_table_is_refused_whatever_it_calls_itself(String bytes) {
        var content = HexFormat.of().parseHex(bytes);
        var page = owner.upload("/programmes/" + programme + "/import", "people.csv", content);

        assertThat(page.status()).isLessThan(500);
        assertThat(page.says("people.csv")).isTrue();
        assertThat(page.says("/confirmation")).isFalse();
        confirm(page);
        assertThat(people.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../etc/cron.d/people.csv",
                "..\\..\\people.csv",
                "/etc/passwd",
                "people.csv\u0000.exe",
                "CON",
                "people.csv;.jsp",
                "%2e%2e%2fpeople.csv",
                "<img src=x onerror=alert(1)>.csv"
            })
    @Asvs("5.3.2")
    @Threat(42)
    void the_name_of_a_file_leads_nowhere(String name) {
        var page = owner.upload("/programmes/" + programme + "/import", name, FILE.getBytes(StandardCharsets.UTF_8));

        assertThat(page.status()).isLessThan(500);
        assertThat(page.path()).matches("/programmes/" + programme + "/import(/[0-9a-f-]{36})?");
        assertThat(page.says("<img src=x")).isFalse();
        assertThat(page.says("root:")).isFalse();
        assertThat(Path.of("people.csv")).doesNotExist();
        assertThat(Path.of("../../../../etc/cron.d/people.csv")).doesNotExist();
    }

    @Test
    void no_file_at_all_asks_for_one() {
        var page = owner.upload("/programmes/" + programme + "/import", "", new byte[0]);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.says("Choose a file first")).isTrue();
    }

    @Test
    @Asvs("3.2.2")
    @Threat({24, 25})
    void hostile_names_are_shown_as_they_are_and_run_nowhere() {
        var page = upload("id,name,email,role\n1,\"<img src=x onerror=alert(1)>\",,mentor\n");

        assertThat(page.says("<img src=x")).isFalse();
        assertThat(page.says("&lt;img src=x")).isTrue();
    }

    private List<String> mails(String to, String subject) {
        return jdbc.sql("select body from mail where recipient = :to and subject = :subject")
                .param("to", to)
                .param("subject", subject)
                .query((row, _) -> row.getString("body"))
                .list();
    }

    private Page upload(String file) {
        return owner.upload(
                "/programmes/" + programme + "/import", "people.csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private void confirm(Page dryRun) {
        owner.press(dryRun.path() + "/confirmation");
    }

    private static List<String> figures(Page page) {
        return Pattern.compile("<dd>(\\d+)</dd>")
                .matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
