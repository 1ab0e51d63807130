package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A notebook of 60 cells opens with those that one sees; the others come when they are near, and run all the same.
class LongNotebookTest {
    private static final int TRAININGS = 15;
    private static final String FOUR_CELLS = """

            Note %1$d with $x^%1$d$.

            ```data d%1$d
            generator: two_moons
            samples: 100
            seed: %1$d
            ```

            ```network w%1$d
            input: d%1$d
            layers:
              - dense: {units: 5, activation: relu}
              - dense: {units: 1, activation: sigmoid}
            seed: %1$d
            ```

            ```train t%1$d
            network: w%1$d
            data: d%1$d
            loss: binary_crossentropy
            optimizer: {adam: {learning_rate: 0.01}}
            batch_size: 50
            epochs: 2
            seed: 1
            ```
            """;
    private static final String LARGEST_ANSWER = """
            Math.max(...performance.getEntriesByType('resource')
                .filter(each => each.name.includes('v-r=uidl')).map(each => each.decodedBodySize))""";
    /// Built at once, at opening or by the first edit, the page is 1.6 MB.
    private static final int MOST_AT_ONCE = 350_000;

    private final LabServer lab = LabServer.shared();
    private BrowserContext person;
    private Page page;

    @BeforeEach
    void upload() {
        person = Browser.wide();
        page = person.newPage();
        NotebookPage.enter(page, lab);
        var text = new StringBuilder("---\ntitle: Sixty cells\nsummary: Long.\n---\n");
        for (int number = 1; number <= TRAININGS; number++) {
            text.append(FOUR_CELLS.formatted(number));
        }
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("sixty.md", "text/markdown", file));
        page.waitForURL("**/notebook/*");
        assertThat(page.locator("[data-cell]")).hasCount(4 * TRAININGS);
    }

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void what_the_printer_gets_from_the_browsers_own_menu_is_built_as_far_as_time_allows() {
        var notebook = new NotebookPage(page);
        cell("t1").scrollIntoViewIfNeeded();
        notebook.press(notebook.cell("t1"), "Run");
        assertThat(notebook.runState("t1")).hasText("Done");
        cell("d1").scrollIntoViewIfNeeded();
        page.reload();
        assertThat(cell("t1").locator(".run-panel[data-begun] sb-chart .hint").first())
                .isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("[data-cell][data-unbuilt]")).hasCount(0);
        var points = "chart => chart.series.some(line => line.x.length > 0)";
        var charts = cell("t1").locator(".run-charts sb-chart");
        page.waitForCondition(() -> (boolean) charts.nth(0).evaluate(points)
                && (boolean) charts.nth(1).evaluate(points));
        assertThat(charts.first().locator(".empty")).hasCount(0);
    }

    private Locator cell(String id) {
        return page.locator("[data-cell='" + id + "']");
    }

    @Test
    void printing_builds_all_cells_before() {
        page.addInitScript(
                "window.print = () => { window.unbuiltInPrint ="
                        + " document.querySelectorAll('[data-unbuilt]').length; window.dispatchEvent(new Event('afterprint')); }");
        page.reload();
        assertThat(cell("d1").locator("[data-key='d1/samples'] input")).hasValue("100");

        page.keyboard().press("ControlOrMeta+P");

        page.waitForFunction("window.unbuiltInPrint !== undefined");
        assertThat(page.evaluate("window.unbuiltInPrint")).isEqualTo(0);
        assertThat(cell("t15").locator("[data-key='t15/epochs'] input")).hasValue("2");
    }

    @Test
    void opening_and_editing_send_little_and_scrolling_brings_the_rest() {
        page.reload();
        assertThat(cell("d1").locator("[data-key='d1/samples'] input")).hasValue("100");
        assertThat(page.locator("[data-cell]")).hasCount(4 * TRAININGS);
        new NotebookPage(page).type("d1", "samples", "120");
        cell("t15").scrollIntoViewIfNeeded();
        assertThat(cell("t15").locator("[data-key='t15/epochs'] input")).hasValue("2");
        assertThat(page.locator("[data-unbuilt]")).hasCount(0); // those between follow by themselves
        assertThat(((Number) page.evaluate(LARGEST_ANSWER)).intValue()).isBetween(10_000, MOST_AT_ONCE);
    }

    @Test
    void all_trainings_run_whether_one_has_seen_them_or_not() {
        page.reload();
        assertThat(page.locator("[data-cell]")).hasCount(4 * TRAININGS);
        page.keyboard().press("Control+k");
        page.keyboard().type("run all cells");
        page.keyboard().press("Enter");
        assertThat(cell("t15").locator(".state")).hasText("Done");
        assertThat(cell("t8").locator(".state")).hasText("Done");
    }
}
