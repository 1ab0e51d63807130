package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A message that the network loses on its way to the page")
class LostMessageTest {
    private static final String UNITS = "layers[0].dense.units";

    private final LabServer lab = LabServer.shared();
    private final AtomicBoolean losing = new AtomicBoolean();

    @Test
    @DisplayName("neither stops the Playground's pictures nor ends its training")
    void playground() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(losing(person.newPage()), lab, "");
            playground.button("Play").click();
            Awaitility.await("epochs pass").until(() -> playground.epoch() > 20);
            playground.page().getByText("Compare runs").click();
            playground.button("Keep this run").click();
            assertThat(playground.page().locator(".pg-lane")).hasCount(1);
            loseOne(playground.page());
            long seen = playground.epoch();
            Awaitility.await("they pass again").until(() -> playground.epoch() > seen + 60);
            playground.button("Pause").click();
            assertThat(playground.button("Play")).isVisible();
            long paused = playground.epoch();
            playground.button("Step").click();
            assertThat(playground.figure("epoch")).hasText("%,d".formatted(paused + 1));
            assertThat(playground.page().locator(".pg-lane")).hasCount(1);
        }
    }

    @Test
    @DisplayName("stops no run's charts, which have all their points again")
    void notebook() {
        try (BrowserContext person = Browser.wide()) {
            Page page = losing(person.newPage());
            NotebookPage.enter(page, lab);
            NotebookPage notebook = NotebookPage.open(page, lab, "lessons-network");
            notebook.trainLong();
            Awaitility.await("points arrive").until(() -> notebook.points("fit", 0) > 20);
            loseOne(page);
            long seen = notebook.step("fit");
            int points = notebook.points("fit", 0);
            Awaitility.await("steps go on").until(() -> notebook.step("fit") > seen + 20);
            Awaitility.await("points too").until(() -> notebook.points("fit", 0) > points);
            notebook.press(notebook.cell("fit"), "Pause");
            assertThat(notebook.runState("fit")).hasText("Paused");
            notebook.type("net", "layers[0].dense.units", "7");
        }
    }

    @Test
    @DisplayName("leaves a person in the text that they type, and takes none of its letters for a command")
    void typing() {
        try (BrowserContext person = Browser.wide()) {
            Page page = losing(person.newPage());
            NotebookPage.enter(page, lab);
            NotebookPage notebook = NotebookPage.open(page, lab, "lessons-network");
            notebook.type("net", UNITS, "6");
            notebook.trainLong();
            Awaitility.await("points arrive").until(() -> notebook.points("fit", 0) > 20);
            page.evaluate("document.querySelector('sb-notebook').noted = true");
            notebook.control("net", UNITS).locator("input").click();
            page.keyboard().press("End");
            page.keyboard().type("0");
            loseOne(page);
            page.waitForFunction("document.querySelector('sb-notebook')?.noted === undefined");
            page.waitForFunction("document.activeElement.closest('[data-key]')?.dataset.key === 'net/" + UNITS + "'");
            page.keyboard().type("z");
            assertThat(notebook.control("net", UNITS).locator("input")).hasValue("60z");
            assertThat(notebook.saveState()).hasText("Saved");
            assertThat(notebook.control("fit", "epochs").locator("input")).hasValue("9000");
        }
    }

    @Test
    @DisplayName("does not hold up a verdict, though nothing else is sent")
    void grading() {
        try (BrowserContext person = Browser.wide()) {
            Page page = losing(person.newPage());
            NotebookPage.enter(page, lab);
            NotebookPage notebook = NotebookPage.open(page, lab, "lessons-network");
            notebook.type("fit", "epochs", "3000");
            losing.set(true);
            notebook.press(page.locator(".grade-bar"), "Check");
            page.waitForCondition(() -> !losing.get());
            assertThat(page.locator(".grade-bar")).containsText("This would earn");
        }
    }

    /// The page's push goes through here.
    private Page losing(Page page) {
        page.routeWebSocket(Pattern.compile(".*"), browser -> {
            WebSocketRoute server = browser.connectToServer();
            server.onMessage(message -> {
                if (!losing.compareAndSet(true, false)) {
                    browser.send(message.text());
                }
            });
        });
        return page;
    }

    private void loseOne(Page page) {
        losing.set(true);
        page.waitForCondition(() -> !losing.get());
    }
}
