// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.counterpart.Application;
import org.counterpart.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// What an owner meets who types the rules of a matching, in a real browser.
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"counterpart.site.url=http://localhost", "counterpart.site.demonstration=true"})
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext
class RulesFormTest extends InChromium {
    @Test
    void what_is_wrong_stands_beside_its_field_and_what_was_typed_stays() {
        try (var owner = rules(320, ColorScheme.DARK)) {
            owner.page.locator("input[name=LEVEL_GAP][value=IGNORED]").check();
            owner.page.locator("#hours").fill("99");
            addQuota(owner, "SITE", "Kochi", "many");
            save(owner);

            assertThat(owner.page.locator("#hours")).hasValue("99");
            assertThat(owner.page.locator("#hours")).isFocused();
            assertThat(owner.page.locator("#hours"))
                    .hasAccessibleDescription("Enter a whole number from 1 to 40 instead of “99”.");
            assertThat(owner.page.locator("input[name=LEVEL_GAP][value=IGNORED]"))
                    .isChecked();
            assertThat(owner.page.locator("#quotaGroup0")).hasValue("Kochi");
            assertThat(owner.page.locator("#quotaLeast0")).hasValue("many");
            assertThat(owner.page.locator("#quotaLeast0"))
                    .hasAccessibleDescription("Enter a whole number from 1 to 9,999 instead of “many”.");
        }
    }

    @Test
    void quotas_beside_an_aim_that_knows_none_are_refused_at_the_choice() {
        try (var owner = rules(1280, ColorScheme.LIGHT)) {
            owner.page.locator("input[name=first][value=STABLE]").check();
            addQuota(owner, "ACROSS_SITES", "", "20");
            save(owner);

            assertThat(owner.page.locator("#first"))
                    .hasAccessibleDescription(
                            "Quotas go with the worst-off pair or the total first. Choose one of these two, or leave the quotas empty.");
            assertThat(owner.page.locator("input[name=first][value=STABLE]")).isChecked();
            assertThat(owner.page.locator("#quotaLeast0")).hasValue("20");
        }
    }

    @Test
    void a_quota_for_a_group_of_nobody_says_so_until_it_is_dropped() {
        try (var owner = rules(320, ColorScheme.LIGHT)) {
            addQuota(owner, "SITE", "Atlantis", "2");
            save(owner);

            assertThat(owner.page.locator("#quotaGroup0"))
                    .hasAccessibleDescription("Nobody who signed up is in Atlantis.");
            owner.page.locator("#quotaGroup0").fill("");
            owner.page.locator("#quotaLeast0").fill("");
            save(owner);
            assertThat(owner.page.locator(".quota")).hasCount(1);
        }
    }

    @Test
    void a_share_of_all_pairs_asks_for_no_group() {
        try (var owner = rules(1280, ColorScheme.DARK)) {
            owner.page.locator("details:has(.quota) summary").click();

            assertThat(owner.page.locator(".quota__places").first()).isHidden();
            owner.page.locator("select[name=quotaKind0]").selectOption("DEPARTMENT");
            assertThat(owner.page.locator(".quota__places").first()).isVisible();
            owner.check();
        }
    }

    @Test
    void stable_pairs_are_not_called_optimal_and_say_what_they_cost() {
        try (var owner = rules(320, ColorScheme.LIGHT)) {
            owner.page.locator("input[name=first][value=STABLE]").check();
            save(owner);
            owner.press(".pane--wide form[action$='/runs'] button");

            assertThat(owner.page.locator(".badge--positive").first()).hasText("Stable, verified");
            assertThat(owner.page.locator("main")).not().containsText("no other choice serves more people");
            assertThat(owner.page.locator("main")).not().containsText("..");
            owner.press(".pair button[value=FORBIDDEN]");
            assertThat(owner.page.locator("main")).containsText("The figures are about the best pairs instead");
            owner.page.goBack();
            owner.page.locator("input[name=first][value=WORST]").check();
            save(owner);
        }
    }

    private Chromium.Visit rules(int width, ColorScheme scheme) {
        var owner = chromium.visit(port, width, scheme);
        owner.open("/sign-in");
        owner.press("button[value=owner]");
        owner.press("main h2 a");
        owner.press("nav.tabs a[href$='/matching']");
        return owner;
    }

    /// In the last row, which is empty.
    private static void addQuota(Chromium.Visit owner, String kind, String group, String least) {
        owner.page.locator("details:has(.quota) summary").click();
        var quota = owner.page.locator(".quota").last();
        quota.locator("select").first().selectOption(kind);
        if (!group.isEmpty()) {
            quota.locator("input[list]").fill(group);
        }
        quota.locator("input[inputmode=numeric]").fill(least);
    }

    private static void save(Chromium.Visit owner) {
        owner.press("form[action$='/rules'] button");
    }
}
