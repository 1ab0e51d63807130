package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A newcomer enters, changes a network, trains it, watches, checks, submits, and finds it all again")
class StudentPathTest {
    private static final String LESSON = "lessons-network";

    @ParameterizedTest(name = "in a window {0} pixels wide")
    @CsvSource({"1440, 900", "390, 844"})
    void the_whole_path(int width, int height) {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.open(width, height, ColorScheme.LIGHT)) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            theCourseShowsItsExercises(page);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("The lesson's network")))
                    .click();
            var notebook = new NotebookPage(page);
            changesEveryKindOfControl(notebook);
            trainsAndWatches(notebook);
            pausesStepsAndResets(notebook);
            checksAndSubmits(notebook);
            opensTheWorkbench(notebook);
            restoresOnlyWhenSure(notebook);
            page.navigate(lab.url("/"));
            assertThat(page.locator(".exercise-card", new Page.LocatorOptions().setHasText("The lesson's network")))
                    .containsText(Pattern.compile("\\d+ of \\d+ points"));
        }
    }

    private static void theCourseShowsItsExercises(Page page) {
        Locator cards = page.locator(".exercise-card");
        assertThat(cards).hasCount(4);
        assertThat(cards.nth(0)).containsText("Forward propagation by hand");
        assertThat(cards.nth(1)).containsText("One step, number by number");
        assertThat(cards.nth(2)).containsText("Too small, too large");
        assertThat(cards.nth(3)).containsText("The lesson's network");
        assertThat(page.locator("footer")).hasText("Stepback development");
        for (Locator card : cards.all()) {
            assertThat(card).containsText("Not started");
            assertThat(card).containsText(Pattern.compile("\\d+ points"));
        }
    }

    private static void changesEveryKindOfControl(NotebookPage notebook) {
        notebook.type("net", "layers[0].dense.units", "6");
        notebook.pick("net", "layers[0].dense.activation", "tanh");
        notebook.press(notebook.cell("net"), "Add a hidden layer");
        assertThat(notebook.control("net", "layers[2].dense.units")).isVisible();
        notebook.press(notebook.cell("net"), "Remove hidden layer 2");
        assertThat(notebook.control("net", "layers[2].dense.units")).hasCount(0);
        notebook.pick("fit", "loss", "huber");
        notebook.type("fit", "loss.*.delta", "0.5");
        notebook.page().reload();
        assertThat(notebook.control("fit", "loss.*.delta").locator("input")).hasValue("0.5");
        notebook.pick("fit", "loss", "binary_crossentropy");
        assertThat(notebook.control("fit", "loss.*.delta")).hasCount(0);
        notebook.pick("fit", "optimizer", "sgd");
        assertThat(notebook.control("fit", "optimizer.*.momentum")).isVisible();
        notebook.cell("fit").getByText("More settings").click();
        notebook.pick("fit", "optimizer.clipping", "clipnorm");
        notebook.type("fit", "optimizer.*.clipnorm", "5");
        notebook.pick("fit", "optimizer.*.nesterov", "true");
        notebook.pick("fit", "optimizer.schedule", "cosine_decay");
        assertThat(notebook.control("fit", "optimizer.*.learning_rate.cosine_decay.decay_steps"))
                .isVisible();
        notebook.pick("fit", "optimizer.schedule", "constant");
        notebook.pick("fit", "optimizer", "adam");
        assertThat(notebook.control("fit", "optimizer.*.clipnorm").locator("input"))
                .hasValue("5");
        notebook.pick("fit", "optimizer.clipping", "none");
        notebook.type("fit", "optimizer.*.learning_rate", "0.03");
        notebook.type("fit", "epochs", "300");
    }

    private static void trainsAndWatches(NotebookPage notebook) {
        notebook.press(notebook.cell("fit"), "Run");
        assertThat(notebook.runState("fit")).hasText("Running");
        Awaitility.await("steps are taken and shown").until(() -> notebook.step("fit") > 50);
        assertThat(notebook.figure("fit", "Batch loss")).hasText(Pattern.compile("\\d.*"));
        assertThat(notebook.figure("fit", "Validation loss")).hasText(Pattern.compile("\\d.*"));
        assertThat(notebook.figure("fit", "Validation accuracy")).hasText(Pattern.compile("\\d.* %"));
        for (int chart = 0; chart < 2; chart++) {
            int index = chart;
            Awaitility.await("the chart has points").until(() -> notebook.points("fit", index) > 20);
            int before = notebook.points("fit", index);
            Awaitility.await("the chart grows").until(() -> notebook.points("fit", index) > before);
        }
    }

    private static void pausesStepsAndResets(NotebookPage notebook) {
        Locator cell = notebook.cell("fit");
        notebook.press(cell, "Pause");
        assertThat(notebook.runState("fit")).hasText("Paused");
        Awaitility.await("the run stands still").until(() -> {
            long first = notebook.step("fit");
            notebook.page().waitForTimeout(300);
            return notebook.step("fit") == first;
        });
        long step = notebook.step("fit");
        notebook.press(cell, "Step");
        assertThat(notebook.figure("fit", "Step")).hasText(Pattern.compile("^%,d of .*".formatted(step + 1)));
        notebook.press(cell, "Start over");
        assertThat(notebook.runState("fit")).hasText("Not started");
        assertThat(notebook.figure("fit", "Step")).hasText("–");
    }

    private static void checksAndSubmits(NotebookPage notebook) {
        Locator bar = notebook.page().locator(".grade-bar");
        var patient = new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
        notebook.press(bar, "Check");
        assertThat(bar).containsText(Pattern.compile("would earn \\d+ of \\d+ points"), patient);
        assertThat(notebook.cell("fit").locator(".verdict")).isVisible();
        notebook.press(bar, "Submit");
        assertThat(bar).containsText(Pattern.compile("Submitted: \\d+ of \\d+ points"), patient);
        bar.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("Go to question \\d+")))
                .click();
        assertThat(notebook.page()
                        .locator(".verdict:not([data-verdict='right'])")
                        .first())
                .isVisible();
        notebook.page().reload();
        assertThat(bar).containsText(Pattern.compile("Your best so far: \\d+ of \\d+ points"));
    }

    private static void opensTheWorkbench(NotebookPage notebook) {
        assertThat(notebook.figure("fit", "Epoch")).isHidden();
        notebook.page().locator("sb-workbench button").click();
        notebook.press(notebook.cell("fit"), "Run");
        assertThat(notebook.figure("fit", "Epoch")).hasText(Pattern.compile("\\d+ of 300"));
        assertThat(notebook.figure("fit", "Steps per second")).hasText(Pattern.compile("\\d.*"));
        notebook.press(notebook.cell("fit"), "Pause");
    }

    private static void restoresOnlyWhenSure(NotebookPage notebook) {
        Locator units = notebook.control("net", "layers[0].dense.units").locator("input");
        Locator restore = notebook.page().getByText("Restore all cells").first();
        restore.click();
        notebook.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep my work"))
                .click();
        assertThat(units).hasValue("6");
        restore.click();
        notebook.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Restore all").setExact(true))
                .click();
        assertThat(units).hasValue("5");
    }
}
