package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// axe finds nothing serious on any page, light or dark, wide or narrow, at rest and in mid-training.
class AccessibilityTest {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void nothingSerious(int width, ColorScheme scheme) {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.open(width, 900, scheme)) {
            Page page = person.newPage();
            page.navigate(lab.url("/enter"));
            assertThat(page.locator(".door-card")).isVisible();
            assertThat(violations(page)).isEmpty();
            NotebookPage.enter(page, lab);
            assertThat(page.locator(".exercise-card").first()).isVisible();
            assertThat(violations(page)).isEmpty();
            for (String slug : List.of("forward-by-hand", "one-step", "learning-rate")) {
                NotebookPage.open(page, lab, slug);
                assertThat(page.locator(".grade-bar")).isVisible();
                assertThat(violations(page)).isEmpty();
            }
            NotebookPage notebook = NotebookPage.open(page, lab, "lessons-network");
            notebook.type("fit", "epochs", "9000");
            notebook.type("net", "layers[0].dense.units", "0,5");
            assertThat(violations(page)).isEmpty();
            notebook.type("net", "layers[0].dense.units", "5");
            notebook.press(notebook.cell("fit"), "Run");
            Awaitility.await("steps are shown").until(() -> notebook.step("fit") > 20);
            assertThat(violations(page)).isEmpty();
            page.navigate(lab.url("/nothing-here"));
            assertThat(page.locator("h1")).hasText("There is no such page");
            assertThat(violations(page)).isEmpty();
        }
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(AccessibilityTest::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().getFirst().getHtml();
    }
}
