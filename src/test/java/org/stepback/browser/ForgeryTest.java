package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A page that someone has tampered with changes nothing that its person may not change.
class ForgeryTest {
    private static final String RATE = "optimizer.*.learning_rate";
    private static final String TAMPER = """
            control => {
                control.locked = false;
                control.value = '0.5';
                control.dispatchEvent(new CustomEvent('edited', {bubbles: true, composed: true, detail: {value: '0.5'}}));
            }""";

    private final LabServer lab = LabServer.shared();

    @Test
    void a_forged_event_for_a_locked_field_changes_nothing() {
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage notebook = NotebookPage.open(page, lab, "learning-rate");
            Locator locked = notebook.control("slow", RATE);
            assertThat(locked.locator("input")).hasAttribute("readonly", "");
            locked.evaluate(TAMPER);
            notebook.control("yours", RATE).locator("input").fill("0.2"); // an honest edit, which arrives after it
            notebook.control("yours", RATE).locator("input").blur();
            assertThat(notebook.control("yours", RATE).locator("input")).hasValue("0.2");
            page.waitForCondition(() -> savedElsewhere(person, "yours").equals("0.2"));
            assertThat(savedElsewhere(person, "slow")).isEqualTo("0.003");
        }
    }

    private String savedElsewhere(BrowserContext person, String cell) {
        try (Page page = person.newPage()) {
            return NotebookPage.open(page, lab, "learning-rate")
                    .control(cell, RATE)
                    .locator("input")
                    .inputValue();
        }
    }

    @Test
    void a_changed_cookie_opens_nothing() {
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            Cookie cookie = person.cookies().stream()
                    .filter(each -> each.name.equals("stepback-guest"))
                    .findFirst()
                    .orElseThrow();
            assertThat(cookie.httpOnly).isTrue();
            person.clearCookies();
            char first = cookie.value.charAt(0);
            cookie.value = (first == 'A' ? 'B' : 'A') + cookie.value.substring(1);
            person.addCookies(List.of(cookie));
            page.navigate(lab.url("/exercise/lessons-network"));
            assertThat(page.locator(".door-card")).isVisible();
        }
    }

    @Test
    void another_person_sees_nothing_of_a_notebook() {
        try (BrowserContext one = Browser.wide();
                BrowserContext other = Browser.wide()) {
            Page first = one.newPage();
            NotebookPage.enter(first, lab);
            NotebookPage mine = NotebookPage.open(first, lab, "lessons-network");
            mine.type("net", "layers[0].dense.units", "13");
            mine.type("fit", "epochs", "9000");
            mine.press(mine.cell("fit"), "Run");
            assertThat(mine.runState("fit")).hasText("Running");
            Page second = other.newPage();
            NotebookPage.enter(second, lab);
            NotebookPage theirs = NotebookPage.open(second, lab, "lessons-network");
            assertThat(theirs.control("net", "layers[0].dense.units").locator("input"))
                    .hasValue("5");
            assertThat(theirs.runState("fit")).hasText("Not started");
            mine.press(mine.cell("fit"), "Start over");
        }
    }
}
