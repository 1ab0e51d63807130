package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is typed reaches the server by whatever way is left, waits where there is none, and is never overwritten
/// unseen.
class NeverLostTest {
    private static final String LESSON = "lessons-network";
    private static final String UNITS = "layers[0].dense.units";
    private static final String RATE = "optimizer.*.learning_rate";

    private BrowserContext person;

    @BeforeEach
    void open() {
        person = Browser.wide();
    }

    @AfterEach
    void close() {
        person.close();
    }

    private NotebookPage enter(LabServer lab) {
        Page page = person.newPage();
        NotebookPage.enter(page, lab);
        return NotebookPage.open(page, lab, LESSON);
    }

    private static Locator box(NotebookPage notebook, String cell, String place) {
        return notebook.control(cell, place).locator("input");
    }

    private static Locator versions(NotebookPage notebook) {
        return notebook.page().locator("sb-two-versions dialog");
    }

    @Test
    void without_its_own_connection_a_page_saves_by_plain_http() {
        LabServer lab = LabServer.shared();
        person.routeWebSocket(Pattern.compile(".*"), socket -> socket.close());
        NotebookPage notebook = enter(lab);
        notebook.page().route(Pattern.compile(".*[?&]v-r=.*"), Route::abort); // whatever Vaadin would send
        box(notebook, "net", UNITS).fill("17");
        assertThat(notebook.saveState()).hasText("Saving…");
        assertThat(notebook.saveState()).hasText("Saved");

        try (Page other = person.newPage()) {
            NotebookPage again = NotebookPage.open(other, lab, LESSON);
            assertThat(box(again, "net", UNITS)).hasValue("17");
        }
        notebook.page().navigate("about:blank"); // it would try again and again, also while its browser closes
    }

    @Test
    void a_learning_rate_typed_at_once_after_another_optimizer_is_picked_is_kept() {
        NotebookPage notebook = enter(LabServer.shared());
        notebook.pick("fit", "optimizer", "adam");
        for (String rule : List.of("sgd", "rmsprop")) {
            notebook.control("fit", "optimizer").locator("select").selectOption(rule);
            box(notebook, "fit", RATE).fill(rule.equals("sgd") ? "0.25" : "0.125");
            box(notebook, "fit", RATE).blur();
            assertThat(notebook.saveState()).hasText("Saved");
        }
        notebook.page().reload();
        assertThat(notebook.control("fit", "optimizer").locator("select")).hasValue("rmsprop");
        assertThat(box(notebook, "fit", RATE)).hasValue("0.125");
    }

    @Test
    void a_setting_that_is_not_there_any_more_is_said_once_and_let_go() {
        NotebookPage notebook = enter(LabServer.shared());
        notebook.pick("fit", "optimizer", "sgd");
        person.setOffline(true);
        box(notebook, "fit", "optimizer.*.momentum").fill("0.5");
        assertThat(notebook.saveState()).hasText(Pattern.compile("Not saved yet: .*"));
        notebook.page().close();
        person.setOffline(false);
        try (BrowserContext elsewhere = Browser.wide()) {
            elsewhere.addCookies(person.cookies());
            NotebookPage.open(elsewhere.newPage(), LabServer.shared(), LESSON).pick("fit", "optimizer", "adam");
        }

        NotebookPage again = new NotebookPage(person.newPage());
        again.page().navigate(LabServer.shared().url("/exercise/" + LESSON));
        assertThat(again.saveState()).containsText("There is no such setting in this cell any more.");
        again.type("net", UNITS, "7");
        again.page().reload();
        assertThat(again.saveState()).hasText("Saved");
        assertThat(again.control("fit", "optimizer").locator("select")).hasValue("adam");
    }

    @Test
    void what_is_typed_offline_waits_in_the_browser_also_when_the_tab_is_closed() {
        LabServer lab = LabServer.shared();
        NotebookPage notebook = enter(lab);
        person.setOffline(true);
        box(notebook, "net", UNITS).fill("18");
        box(notebook, "fit", "epochs").fill("33");
        notebook.control("fit", "loss").locator("select").selectOption("mean_squared_error");
        assertThat(notebook.saveState()).hasText(Pattern.compile("Not saved yet: .*"));
        notebook.page().close();
        person.setOffline(false);

        NotebookPage again = NotebookPage.open(person.newPage(), lab, LESSON);
        for (int look = 0; look < 2; look++) {
            assertThat(box(again, "net", UNITS)).hasValue("18");
            assertThat(box(again, "fit", "epochs")).hasValue("33");
            assertThat(again.control("fit", "loss").locator("select")).hasValue("mean_squared_error");
            assertThat(again.saveState()).hasText("Saved");
            again.page().reload();
        }
    }

    @Test
    void two_tabs_see_each_others_changes_while_both_are_open() {
        LabServer lab = LabServer.shared();
        NotebookPage one = enter(lab);
        NotebookPage two = NotebookPage.open(person.newPage(), lab, LESSON);
        one.type("net", UNITS, "9");
        assertThat(box(two, "net", UNITS)).hasValue("9");
        two.type("net", UNITS, "10");
        assertThat(box(one, "net", UNITS)).hasValue("10");
        one.page().locator("sb-workbench button").click();
        one.page().locator("[data-cell='net']").focus();
        one.page().keyboard().press("b");
        one.page().keyboard().press("m");
        assertThat(two.page().locator("[data-cell='note']")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Keep this one", "Take this one"})
    void what_was_changed_on_both_sides_is_shown_in_both_versions_once(String choice) {
        LabServer lab = LabServer.shared();
        NotebookPage here = enter(lab);
        person.setOffline(true);
        box(here, "net", UNITS).fill("21");
        box(here, "fit", "epochs").fill("44");
        assertThat(here.saveState()).hasText(Pattern.compile("Not saved yet: .*"));
        try (BrowserContext elsewhere = Browser.again(
                new com.microsoft.playwright.Browser.NewContextOptions().setStorageState(person.storageState()))) {
            NotebookPage.open(elsewhere.newPage(), lab, LESSON).type("net", UNITS, "22");
        }
        person.setOffline(false);

        assertThat(versions(here)).isVisible();
        assertThat(versions(here)).containsText("in net");
        assertThat(versions(here).locator("pre")).hasText(new String[] {"21", "22"});
        assertThat(here.saveState()).hasText("Not saved: there are two versions");
        assertThat(Axe.serious(here.page())).isEmpty();
        versions(here).getByText(choice).click();
        assertThat(versions(here)).isHidden();
        assertThat(here.saveState()).hasText("Saved");
        String chosen = choice.startsWith("Keep") ? "21" : "22";
        assertThat(box(here, "net", UNITS)).hasValue(chosen);
        here.page().reload();
        assertThat(here.saveState()).hasText("Saved");
        assertThat(box(here, "net", UNITS)).hasValue(chosen);
        assertThat(box(here, "fit", "epochs")).hasValue("44");
        assertThat(versions(here)).isHidden();
    }

    /// Each round kills the lab a little later in the typing.
    @Test
    void a_server_killed_while_one_types_loses_nothing_that_showed_saved_and_gets_the_rest() {
        try (LabServer lab = LabServer.fresh()) {
            NotebookPage notebook = enter(lab);
            for (int round = 0; round < 4; round++) {
                notebook.note();
                Locator box = box(notebook, "fit", "epochs");
                box.fill("");
                for (int digit = 1; digit <= 6; digit++) {
                    box.press(Integer.toString(digit));
                    if (digit == 3 + round % 3) {
                        lab.kill();
                    }
                }
                assertThat(notebook.saveState()).hasText(Pattern.compile("Not saved yet: .*"));
                lab.start();
                notebook.awaitReload();
                assertThat(notebook.saveState()).hasText("Saved");
                notebook.page().navigate(lab.url("/exercise/" + LESSON));
                assertThat(notebook.saveState()).hasText("Saved");
                assertThat(box(notebook, "fit", "epochs")).hasValue("123456");
                notebook.note();
                notebook.type("fit", "epochs", "5" + round);
                lab.kill(); // at once, while the page still shows Saved
                lab.start();
                notebook.awaitReload();
                notebook.page().navigate(lab.url("/exercise/" + LESSON));
                assertThat(box(notebook, "fit", "epochs")).hasValue("5" + round);
            }
        }
    }

    @Test
    void the_way_by_plain_http_is_closed_to_others_and_to_nonsense() {
        LabServer lab = LabServer.shared();
        NotebookPage notebook = enter(lab);
        String saves = lab.url("/saves/" + LESSON);
        String text = "[{\"key\":\"net/seed\",\"text\":\"5\",\"seen\":[],\"stamp\":\"x.1\"}]";
        assertThat(post(saves, text, "same-origin").text()).contains("\"stored\"");
        assertThat(post(saves, text, "cross-site").status()).isEqualTo(403);
        assertThat(post(saves, "nonsense", "same-origin").status()).isEqualTo(400);
        assertThat(post(saves, "[null]", "same-origin").status()).isEqualTo(400);
        assertThat(post(saves, " ".repeat(1_100_000) + text, "same-origin").status())
                .isEqualTo(413);
        assertThat(post(saves, "[{\"key\":\"net/layers\"}]", "same-origin").text())
                .contains("refused");
        assertThat(post(lab.url("/saves/nothing-here"), text, "same-origin").text())
                .contains("refused");
        person.clearCookies();
        assertThat(post(saves, text, "same-origin").text()).doesNotContain("stored");
        assertThat(box(notebook, "net", "seed")).hasValue("5");
        assertThat(List.of(lab.log().split("\n"))).noneMatch(line -> line.contains("Exception"));
    }

    private APIResponse post(String url, String body, String site) {
        return person.request()
                .post(
                        url,
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setHeader("Sec-Fetch-Site", site)
                                .setData(body));
    }
}
