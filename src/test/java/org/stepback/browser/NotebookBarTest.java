package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An own notebook's frame: its bar, its dialogs, its save state, and its line in the list of notebooks.
class NotebookBarTest {
    private final LabServer lab = LabServer.shared();
    private BrowserContext person;
    private Page page;
    private NotebookPage notebook;

    @BeforeEach
    void open() {
        person = Browser.wide();
        page = person.newPage();
        NotebookPage.enter(page, lab);
        page.getByText("New notebook").first().click();
        page.waitForURL("**/notebook/*");
        notebook = new NotebookPage(page);
        assertThat(notebook.saveState()).hasText("Saved");
    }

    @AfterEach
    void close() {
        person.close();
    }

    private void add(String key, String id) {
        page.keyboard().press("b");
        page.keyboard().press(key);
        assertThat(notebook.slot(id)).hasAttribute("data-selected", "");
    }

    private Locator notice() {
        return page.locator("sb-notebook .notice");
    }

    private void more(String command) {
        notebook.press(page.locator("sb-notebook"), "More: run all, pause, versions, print");
        page.locator("sb-menu [role=menuitem]", new Page.LocatorOptions().setHasText(command))
                .click();
    }

    @Test
    void every_run_is_started_stopped_and_forgotten_from_the_bar() {
        add("d", "data");
        add("n", "net");
        add("t", "fit");
        notebook.press(page.locator("sb-notebook"), "Run what changed");
        assertThat(notebook.runState("fit")).hasText("Done");
        more("Forget all runs");
        assertThat(notebook.runState("fit")).hasText("Not started");
        more("Run all cells from scratch");
        assertThat(notebook.runState("fit")).hasText("Done");
    }

    @Test
    void the_menu_is_walked_by_keys_and_leaves_the_keys_of_the_notebook_alone() {
        add("d", "data");
        Locator opener = notebook.button(page.locator("sb-notebook"), "More: run all, pause, versions, print");
        opener.focus();
        page.keyboard().press("Enter");
        Locator items = page.locator("sb-menu [role=menuitem]");
        assertThat(items.first()).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(items.last()).isFocused();
        page.keyboard().press("d");
        page.keyboard().press("d");
        page.keyboard().press("Escape");
        assertThat(opener).isFocused();
        assertThat(items.first()).isHidden();
        assertThat(notebook.slot("data")).isVisible();
    }

    @Test
    void the_bar_is_one_row_on_a_phone() {
        page.setViewportSize(390, 844);
        Locator bar = page.locator("sb-notebook .bar");
        double lowest = bar.locator("button:visible").all().stream()
                .mapToDouble(button -> button.boundingBox().y)
                .max()
                .orElseThrow();
        assertThat(lowest)
                .isLessThan(bar.boundingBox().y + bar.locator("button").first().boundingBox().height);
        assertThat(bar.boundingBox().x + bar.boundingBox().width).isLessThanOrEqualTo(390);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    @Test
    void earlier_versions_are_found_by_key_and_by_other_words() {
        for (String word : new String[] {"hist", "versions", "earlier"}) {
            page.keyboard().press("Control+k");
            page.keyboard().type(word);
            assertThat(page.locator("#palette [role=option]").first()).containsText("Go back to an earlier version");
            page.keyboard().press("Escape");
            assertThat(page.locator("#palette")).isHidden();
        }
        page.keyboard().press("h");
        assertThat(page.locator("vaadin-dialog[opened]")).containsText("Nothing was changed here yet.");
    }

    @Test
    void a_key_that_comes_before_the_page_is_drawn_without_the_palette_is_a_command() {
        page.keyboard().press("Control+k");
        Locator box = page.locator("#palette input");
        assertThat(box).isFocused();
        box.evaluate("""
                box => {
                  box.closest('dialog').close();
                  box.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true, composed: true }));
                }""");
        assertThat(page.locator("vaadin-dialog[opened]")).containsText("Nothing was changed here yet.");
    }

    @Test
    void the_list_of_keys_opens_at_its_top() {
        page.setViewportSize(1000, 500);
        page.keyboard().press("?");
        Locator keys = page.locator("dialog#keys");
        assertThat(keys).isVisible();
        assertThat((int) keys.evaluate("dialog => dialog.scrollHeight - dialog.clientHeight"))
                .isPositive();
        assertThat((int) keys.evaluate("dialog => dialog.scrollTop")).isZero();
        assertThat(keys.locator("h2")).isFocused();
        page.keyboard().press("Escape");
        assertThat(keys).isHidden();
    }

    @Test
    void what_is_saved_is_said_where_one_looks_and_truly() {
        add("d", "data");
        add("n", "net");
        notebook.slot("data").scrollIntoViewIfNeeded();
        assertThat(notebook.saveState()).isInViewport();
        page.keyboard().press("Control+s");
        assertThat(notice()).hasText("Everything you typed is saved.");

        person.setOffline(true);
        notebook.control("data", "samples").locator("input").fill("123");
        page.keyboard().press("Control+s");
        assertThat(notice()).hasText(Pattern.compile("What you typed is on its way.*|Not saved yet: no connection\\."));
        assertThat(notebook.saveState()).hasText("Not saved yet: no connection");
        page.keyboard().press("Control+s");
        assertThat(notice()).hasText("Not saved yet: no connection.");
        person.setOffline(false);
        assertThat(notebook.saveState()).hasText("Saved");
    }

    @Test
    void a_notebook_is_renamed_in_the_list() {
        page.navigate(lab.url("/"));
        notebook.press(page.locator(".notebook-row"), "Rename “Untitled notebook”");
        Locator box = page.locator(".rename-box");
        assertThat(box).isFocused();
        box.fill(" ");
        page.keyboard().press("Enter");
        assertThat(page.locator("vaadin-dialog[opened]")).containsText("A title has 1 to 120 characters.");
        box.fill("About moons");
        page.keyboard().press("Enter");
        assertThat(page.locator(".notebook-title")).hasText("About moons");
        page.setViewportSize(390, 844);
        var tops = page.locator(".notebook-row .button").all().stream()
                .map(button -> button.boundingBox().y)
                .distinct();
        assertThat(tops).hasSize(1);
        page.locator(".notebook-title").click();
        assertThat(page.locator(".title-box")).hasValue("About moons");
    }

    @Test
    void a_title_is_saved_while_it_is_typed_and_keeps_its_blanks_meanwhile() {
        Locator box = page.locator(".title-box");
        box.press("ControlOrMeta+A");
        person.setOffline(true);
        box.pressSequentially("My ");
        assertThat(notebook.saveState()).hasText("Not saved yet: no connection");
        person.setOffline(false);
        assertThat(notebook.saveState()).hasText("Saved");
        assertThat(box).isFocused();
        assertThat(box).hasValue("My ");
        box.pressSequentially("moons");
        assertThat(notebook.saveState()).hasText("Saved");
        assertThat(page).hasTitle("My moons · Stepback");
        page.reload();
        assertThat(page.locator(".title-box")).hasValue("My moons");

        page.locator(".title-box").press("ControlOrMeta+A");
        page.keyboard().press("Delete");
        assertThat(page.locator("sb-title .field-error")).hasText("A title has 1 to 120 characters.");
        assertThat(notebook.saveState()).hasText("Not saved: A title has 1 to 120 characters.");
        page.keyboard().type("Moons");
        assertThat(notebook.saveState()).hasText("Saved");
        assertThat(page.locator("sb-title .field-error")).hasCount(0);
    }
}
