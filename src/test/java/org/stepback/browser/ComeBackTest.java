package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Nothing is lost: not by a reload, a closed browser, a second tab, or a server that is killed.
class ComeBackTest {
    private static final String LESSON = "lessons-network";

    @Test
    void a_reload_in_the_middle_of_a_run_finds_it_where_it_is() {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage notebook = trainLong(page, lab);
            page.reload();
            assertThat(notebook.runState("fit")).hasText("Running");
            assertThat(notebook.control("fit", "epochs").locator("input")).hasValue("9000");
            long afterReload = notebook.step("fit");
            assertThat(afterReload).isGreaterThan(20);
            Awaitility.await("it goes on").until(() -> notebook.step("fit") > afterReload);
            Awaitility.await("its points from the start are back").until(() -> notebook.points("fit", 0) > 20);
        }
    }

    @Test
    void a_closed_browser_leaves_the_run_going_and_finds_it_again() {
        LabServer lab = LabServer.shared();
        String cookies;
        long before;
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage notebook = trainLong(page, lab);
            before = notebook.step("fit");
            person.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
            cookies = person.storageState(); // what a browser keeps when it is closed: no session
        }
        try (BrowserContext later = Browser.again(new NewContextOptions().setStorageState(cookies))) {
            NotebookPage notebook = NotebookPage.open(later.newPage(), lab, LESSON);
            assertThat(notebook.runState("fit")).hasText("Running");
            Awaitility.await("the run went on").until(() -> notebook.step("fit") > before);
            assertThat(notebook.control("fit", "epochs").locator("input")).hasValue("9000");
        }
    }

    @Test
    void a_killed_server_has_every_edit_that_showed_saved_and_every_submission_and_the_run() {
        try (LabServer lab = LabServer.fresh();
                BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage notebook = trainLong(page, lab);
            notebook.press(page.locator(".grade-bar"), "Submit");
            assertThat(page.locator(".grade-bar"))
                    .containsText("Submitted:", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            for (int units = 7; units < 12; units++) {
                notebook.note();
                notebook.type("net", "layers[0].dense.units", Integer.toString(units));
                lab.kill(); // at once, while the page still shows Saved
                lab.start();
                notebook.awaitReload();
                page.navigate(lab.url("/exercise/" + LESSON));
                assertThat(notebook.control("net", "layers[0].dense.units").locator("input"))
                        .hasValue(Integer.toString(units));
            }
            assertThat(notebook.runState("fit")).hasText(Pattern.compile("Running|Waiting for its turn"));
            long step = notebook.step("fit");
            Awaitility.await("the run goes on").until(() -> notebook.step("fit") > step);
            page.navigate(lab.url("/"));
            assertThat(page.locator(".exercise-card", new Page.LocatorOptions().setHasText("The lesson's network")))
                    .containsText(Pattern.compile("\\d+ of \\d+ points"));
        }
    }

    @Test
    void two_tabs_on_one_notebook_lose_nothing() {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.wide()) {
            Page first = person.newPage();
            NotebookPage.enter(first, lab);
            NotebookPage one = NotebookPage.open(first, lab, LESSON);
            NotebookPage two = NotebookPage.open(person.newPage(), lab, LESSON);
            one.type("net", "layers[0].dense.units", "9");
            two.pick("net", "layers[0].dense.activation", "tanh");
            two.type("fit", "epochs", "77");
            one.type("fit", "batch_size", "16");
            for (NotebookPage tab : List.of(one, two)) {
                tab.page().reload();
                assertThat(tab.control("net", "layers[0].dense.units").locator("input"))
                        .hasValue("9");
                assertThat(tab.control("net", "layers[0].dense.activation").locator("select"))
                        .hasValue("tanh");
                assertThat(tab.control("fit", "epochs").locator("input")).hasValue("77");
                assertThat(tab.control("fit", "batch_size").locator("input")).hasValue("16");
            }
        }
    }

    @Test
    void a_run_that_one_tab_begins_shows_in_the_other() {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.wide()) {
            Page first = person.newPage();
            NotebookPage.enter(first, lab);
            NotebookPage other = NotebookPage.open(person.newPage(), lab, LESSON);
            NotebookPage one = trainLong(first, lab);
            assertThat(other.runState("fit")).hasText("Running");
            Awaitility.await("its steps show").until(() -> other.step("fit") > 20);
            one.press(one.cell("fit"), "Pause");
            assertThat(other.runState("fit")).hasText("Paused");
        }
    }

    private static NotebookPage trainLong(Page page, LabServer lab) {
        NotebookPage notebook = NotebookPage.open(page, lab, LESSON);
        notebook.trainLong();
        return notebook;
    }
}
