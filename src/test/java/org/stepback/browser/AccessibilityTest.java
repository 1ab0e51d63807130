package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// axe finds nothing serious on any page, light or dark, wide or narrow, at rest and in mid-training.
class AccessibilityTest {
    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void nothing_serious(int width, ColorScheme scheme) {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.open(width, 900, scheme)) {
            Page page = person.newPage();
            page.navigate(lab.url("/enter"));
            assertThat(page.locator(".door-card")).isVisible();
            assertThat(Axe.serious(page)).isEmpty();
            NotebookPage.enter(page, lab);
            assertThat(page.locator(".exercise-card").first()).isVisible();
            assertThat(Axe.serious(page)).isEmpty();
            for (String slug : List.of("forward-by-hand", "one-step", "learning-rate")) {
                NotebookPage.open(page, lab, slug);
                assertThat(page.locator(".grade-bar")).isVisible();
                assertThat(Axe.serious(page)).isEmpty();
            }
            NotebookPage notebook = NotebookPage.open(page, lab, "lessons-network");
            notebook.type("fit", "epochs", "9000");
            notebook.type("net", "layers[0].dense.units", "1,500");
            assertThat(Axe.serious(page)).isEmpty();
            notebook.type("net", "layers[0].dense.units", "5");
            notebook.press(notebook.cell("fit"), "Run");
            Awaitility.await("steps are shown").until(() -> notebook.step("fit") > 20);
            assertThat(Axe.serious(page)).isEmpty();
            page.navigate(lab.url("/nothing-here"));
            assertThat(page.locator("h1")).hasText("There is no such page");
            assertThat(page.locator("header.app-bar .app-name")).hasText("Stepback");
            assertThat(Axe.serious(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void nothing_serious_in_a_notebook_of_ones_own_and_what_opens_in_it(int width, ColorScheme scheme) {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.open(width, 900, scheme)) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            page.getByText("New notebook").first().click();
            page.waitForURL("**/notebook/*");
            page.keyboard().press("b");
            page.keyboard().press("d");
            assertThat(page.locator("[data-cell='data'][data-selected]")).isVisible();
            assertThat(Axe.serious(page)).isEmpty();

            page.locator("[data-cell='data'] .cell-name").dblclick();
            assertThat(page.locator(".rename-box")).isFocused();
            page.keyboard().type("not a name");
            page.keyboard().press("Enter");
            assertThat(page.locator(".field-error").last()).isVisible();
            assertThat(Axe.serious(page)).isEmpty();
            page.keyboard().press("Escape");

            page.getByText("Share", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(Axe.serious(page)).isEmpty();
            page.getByText("Make a link").click();
            assertThat(page.locator(".share-link")).isVisible();
            assertThat(Axe.serious(page)).isEmpty();
            page.navigate(lab.url("/" + page.locator(".share-link").getAttribute("href")));
            assertThat(page.locator(".report")).isVisible();
            assertThat(Axe.serious(page)).isEmpty();
        }
    }
}
