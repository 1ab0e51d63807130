package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An exercise opens quiet: a student runs it and sees it learn in one screen, where nothing moves")
class QuietPageTest {
    private static final List<String> TOOLS = List.of(
            "sb-notebook [role=toolbar]",
            "sb-cell-tools",
            ".cell-name",
            ".lock",
            ".file-tools",
            ".chips",
            ".run-bar select");
    private static final double MOST_SHIFT = 0.02;
    private static final int LEAST_PLOT = 180;
    private static final double MOST_BARS = 0.15;

    /// From here on the page counts by how much its parts move.
    private static final String WATCH = """
            window.shifts = [];
            new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(entry => ({
              value: entry.value,
              parts: entry.sources.map(source => (source.node?.className || source.node?.localName) + ' '
                + JSON.stringify(source.previousRect) + ' → ' + JSON.stringify(source.currentRect)).join('; ')
            })))).observe({ type: 'layout-shift', buffered: false })""";

    @Test
    void no_tool_is_in_sight_until_the_workbench_is_wanted_and_a_reload_keeps_that() {
        try (BrowserContext person = Browser.wide()) {
            NotebookPage notebook = NotebookPage.entered(person, "learning-rate");
            Page page = notebook.page();
            assertThat(notebook.cell("slow")).isVisible();
            expectTools(page, false);
            assertThat(page.locator("sb-workbench button")).hasAttribute("aria-checked", "false");

            page.keyboard().press("Control+k");
            page.keyboard().type("workbench");
            page.keyboard().press("Enter");
            assertThat(page.locator("sb-workbench button")).hasAttribute("aria-checked", "true");
            expectTools(page, true);
            page.reload();
            assertThat(notebook.cell("slow")).isVisible();
            expectTools(page, true);
            page.locator("sb-workbench button").click();
            expectTools(page, false);
        }
    }

    private static void expectTools(Page page, boolean wanted) {
        for (String tool : TOOLS) {
            String seen = wanted && !tool.equals(".chips") ? tool + " >> visible=true" : tool;
            if (wanted && !tool.equals(".chips")) {
                assertThat(page.locator(seen).first()).isVisible();
            } else {
                assertThat(page.locator(tool + " >> visible=true")).hasCount(0);
            }
        }
    }

    @Test
    void a_stray_key_adds_no_cell_and_an_answer_can_be_cleared_and_brought_back() {
        try (BrowserContext person = Browser.wide()) {
            NotebookPage notebook = NotebookPage.entered(person, "learning-rate");
            Page page = notebook.page();
            int cells = page.locator("[data-cell]").count();
            notebook.slot("small-step").focus();
            page.keyboard().press("b");
            page.keyboard().press("d");
            assertThat(page.locator("[data-cell]")).hasCount(cells);

            notebook.type("small-step", "answer", "1.4");
            notebook.choose("bounce", "a"); // what is typed on in one text within two seconds is one change
            notebook.press(notebook.cell("small-step"), "Clear");
            assertThat(notebook.control("small-step", "answer").locator("input"))
                    .hasValue("");
            notebook.press(page.locator(".grade-bar"), "Undo");
            assertThat(notebook.control("small-step", "answer").locator("input"))
                    .hasValue("1.4");
        }
    }

    @Test
    void own_notebooks_are_workbenches() {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            page.getByText("New notebook").first().click();
            page.waitForURL("**/notebook/*");
            assertThat(page.locator("sb-workbench")).hasCount(0);
            page.keyboard().press("b");
            page.keyboard().press("d");
            assertThat(page.locator("[data-cell='data'] sb-cell-tools")).isVisible();
            assertThat(page.locator("sb-notebook [role=toolbar]")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"learning-rate, slow", "learning-rate, yours", "lessons-network, fit", "one-step, fit"})
    void run_is_next_to_its_charts(String slug, String cell) {
        try (BrowserContext person = Browser.wide()) {
            NotebookPage notebook = NotebookPage.entered(person, slug);
            Page page = notebook.page();
            scrollToTop(notebook, cell);
            Locator training = notebook.cell(cell);
            page.evaluate(WATCH);
            notebook.press(training, "Run");
            assertThat(notebook.runState(cell)).hasText("Done");
            assertThat(notebook.figure(cell, "Step")).hasText(Pattern.compile("\\d+ of \\d+"));
            expectNoShift(page);

            Locator plots = training.locator(".run-charts .plot");
            assertThat(plots).hasCount(2);
            for (Locator part : List.of(
                    training.locator(".run-top"),
                    notebook.button(training, "Run"),
                    notebook.button(training, "Step"),
                    notebook.button(training, "Start over"),
                    notebook.figure(cell, "Step"),
                    notebook.figure(cell, "Batch loss"),
                    training.locator("sb-plane canvas"),
                    plots.first(),
                    plots.last())) {
                expectInSight(page, part);
            }
            for (Locator picture : List.of(training.locator("sb-plane canvas"), plots.first(), plots.last())) {
                assertThat(picture.boundingBox().height).isGreaterThanOrEqualTo(LEAST_PLOT);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "yours", "edge"})
    void on_a_phone_the_loss_is_in_sight_once_run_was_pressed(String cell) {
        try (BrowserContext person = Browser.open(390, 844, ColorScheme.LIGHT)) {
            NotebookPage notebook = NotebookPage.entered(person, "learning-rate");
            Page page = notebook.page();
            scrollToTop(notebook, cell);
            page.evaluate(WATCH);
            notebook.press(notebook.cell(cell), "Run");
            Locator loss = notebook.cell(cell).locator(".run-charts .plot").first();
            assertThat(notebook.runState(cell)).hasText("Done");
            expectInSight(page, loss);
            expectInSight(page, notebook.button(notebook.cell(cell), "Run"));
            assertThat(loss.boundingBox().height).isGreaterThanOrEqualTo(LEAST_PLOT);
            expectNoShift(page);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, 900", "390, 844"})
    void nothing_moves_at_check_nothing_scrolls_sideways_and_the_bars_are_low(int width, int height) {
        try (BrowserContext person = Browser.open(width, height, ColorScheme.LIGHT)) {
            NotebookPage notebook = NotebookPage.entered(person, "learning-rate");
            Page page = notebook.page();
            notebook.type("small-step", "answer", "0.6");
            notebook.type("large-step", "answer", "5.4");
            notebook.choose("bounce", "a");
            notebook.cell("small-step").evaluate("cell => cell.scrollIntoView({ block: 'start' })");
            page.evaluate(WATCH);
            notebook.press(page.locator(".grade-bar"), "Check");
            assertThat(page.locator(".grade-bar .outcome")).containsText("would earn");
            assertThat(notebook.cell("large-step").locator(".verdict")).containsText("Right");
            expectNoShift(page);
            double wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).doubleValue();
            assertThat(wide).isLessThanOrEqualTo(width);
            double bars = page.locator(".app-bar").boundingBox().height
                    + page.locator(".grade-bar").boundingBox().height;
            assertThat(bars / height).isLessThan(MOST_BARS);
        }
    }

    @Test
    void locked_settings_are_a_line_of_words_that_opens_and_more_charts_are_one_press_away() {
        try (BrowserContext person = Browser.wide()) {
            NotebookPage notebook = NotebookPage.entered(person, "learning-rate");
            Page page = notebook.page();
            Locator slow = notebook.cell("slow");
            assertThat(slow.locator(".settings-fold > summary"))
                    .hasText("SGD, learning rate 0.003, binary crossentropy, batches of 32, 20 epochs");
            assertThat(slow.locator("sb-number >> visible=true")).hasCount(0);
            slow.locator(".settings-fold > summary").click();
            assertThat(notebook.control("slow", "batch_size").locator("input")).isVisible();
            assertThat(notebook.control("slow", "batch_size").locator("input")).hasAttribute("readonly", "");

            Locator yours = notebook.cell("yours");
            assertThat(notebook.control("yours", "optimizer.*.learning_rate").locator("input"))
                    .isVisible();
            assertThat(yours.locator(".settings-fold > summary"))
                    .hasText("Binary crossentropy, batches of 32, 20 epochs");
            assertThat(notebook.cell("net").locator(".settings-fold > summary"))
                    .hasText("2 inputs → 8 leaky_relu → 1 sigmoid: 33 parameters.");
            assertThat(notebook.cell("ring").locator(".settings-fold > summary"))
                    .containsText("400 samples with 2 numbers each: 320 to train with, 80 held out to validate with.");

            assertThat(slow.locator("sb-chart")).hasCount(2);
            slow.getByText("More charts").click();
            notebook.press(slow.locator(".chips"), "Updates");
            assertThat(slow.locator("sb-chart")).hasCount(3);
        }
    }

    @Test
    void the_keyboard_alone_runs_it_and_asks_for_a_check() {
        try (BrowserContext person = Browser.wide()) {
            NotebookPage notebook = NotebookPage.entered(person, "learning-rate");
            Page page = notebook.page();
            notebook.control("small-step", "answer").locator("input").focus();
            page.keyboard().type("1.4");
            tabTo(page, notebook.button(notebook.cell("slow"), "Run"));
            page.keyboard().press("Enter");
            assertThat(notebook.runState("slow")).hasText("Done");
            tabTo(page, notebook.button(page.locator(".grade-bar"), "Check"));
            page.keyboard().press("Enter");
            assertThat(notebook.cell("small-step").locator(".verdict")).containsText("Right");
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void axe_finds_nothing_serious_in_either_mode(int width, ColorScheme scheme) {
        try (BrowserContext person = Browser.open(width, 900, scheme)) {
            NotebookPage notebook = NotebookPage.entered(person, "learning-rate");
            Page page = notebook.page();
            scrollToTop(notebook, "slow");
            notebook.press(notebook.cell("slow"), "Run");
            assertThat(notebook.runState("slow")).hasText("Done");
            assertThat(Axe.serious(page)).isEmpty();
            notebook.cell("slow").getByText("More charts").click();
            page.locator("sb-workbench button").click();
            assertThat(page.locator("sb-notebook [role=toolbar]")).isVisible();
            assertThat(Axe.serious(page)).isEmpty();
        }
    }

    private static void tabTo(Page page, Locator wanted) {
        for (int tabs = 0; tabs < 120; tabs++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(wanted.evaluate("button => button === document.activeElement"))) {
                return;
            }
        }
        throw new AssertionError("The tabulator does not reach " + wanted);
    }

    /// Brings a training's top below the bar, once it and what is above it are built.
    private static void scrollToTop(NotebookPage notebook, String cell) {
        Page page = notebook.page();
        page.waitForCondition(() -> page.locator("[data-unbuilt]").count() == 0);
        notebook.cell(cell).evaluate("""
                cell => scrollTo(0, scrollY + cell.getBoundingClientRect().top
                  - document.querySelector('.app-bar').offsetHeight - 8)""");
        assertThat(notebook.cell(cell).locator("sb-chart .plot").first()).isVisible();
        page.waitForFunction(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
    }

    /// A part lies within the window, between the bars.
    private static void expectInSight(Page page, Locator part) {
        BoundingBox box = part.boundingBox();
        double top = page.locator(".app-bar").boundingBox().height;
        double bottom = page.locator(".grade-bar").boundingBox().y;
        assertThat(box.y).as("top of " + part).isGreaterThanOrEqualTo(top);
        assertThat(box.y + box.height).as("bottom of " + part).isLessThanOrEqualTo(bottom);
        assertThat(box.x).isGreaterThanOrEqualTo(0);
        assertThat(box.x + box.width).isLessThanOrEqualTo(page.viewportSize().width);
    }

    private static void expectNoShift(Page page) {
        double sum = ((Number) page.evaluate("shifts.reduce((sum, shift) => sum + shift.value, 0)")).doubleValue();
        assertThat(sum)
                .as(() -> "shifts: " + page.evaluate("JSON.stringify(shifts, null, 1)"))
                .isLessThanOrEqualTo(MOST_SHIFT);
    }
}
