package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A student chooses which of a run's charts to see, zooms, freezes, and takes the numbers away")
class RunChartsTest {
    @Test
    void charts_of_a_run() throws IOException {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage notebook = NotebookPage.workbench(page, lab, "lessons-network");
            notebook.type("fit", "epochs", "20");
            notebook.press(notebook.cell("fit"), "Run");
            assertThat(notebook.runState("fit")).hasText("Done");
            Locator cell = notebook.cell("fit");
            Locator chips = cell.locator(".chips");

            assertThat(cell.locator("sb-chart")).hasCount(2);
            cell.getByText("More charts").click();
            notebook.press(chips, "Network");
            drawsTheNetwork(cell);
            for (String chip : List.of("Accuracy", "Updates", "Weight norms", "Learning rate", "Units")) {
                notebook.press(chips, chip);
                assertThat(notebook.button(chips, chip)).hasAttribute("aria-pressed", "true");
            }
            assertThat(cell.locator("sb-chart")).hasCount(7);
            page.evaluate("scrollTo(0, 0)");
            assertThat(cell.getByText(Pattern.compile("^Press Run"))).hasCount(0);
            for (int chart = 0; chart < 7; chart++) {
                int index = chart;
                Awaitility.await("a chart that is shown late has all points")
                        .until(() -> notebook.points("fit", index) > 20);
            }
            assertThat(cell.getByText("0.001: about a healthy step")).isVisible();
            countsAlongEpochsAndTime(notebook);
            zoomsByKeyInAllCharts(cell);
            savesItsNumbers(page, cell);
            savesItsPictureSharply(page, cell);
            showsDistributionsAndScores(notebook);
            notebook.press(chips, "Updates");
            assertThat(cell.locator("sb-chart")).hasCount(6);
        }
    }

    private static void drawsTheNetwork(Locator cell) {
        Locator network = cell.locator("sb-network");
        network.scrollIntoViewIfNeeded();
        assertThat(network.locator(".unit")).hasCount(8);
        assertThat(network.locator(".link")).hasCount(15);
        network.locator("[data-link='1.0']").hover(new Locator.HoverOptions().setForce(true));
        assertThat(network.locator("output"))
                .hasText(Pattern.compile("From input 1 to unit 1 of Layer 1: weight −?[\\d.]+"));
        network.getByText("gradient").click();
        network.locator("[data-link='1.0']").hover(new Locator.HoverOptions().setForce(true));
        assertThat(network.locator("output"))
                .hasText(Pattern.compile("From input 1 to unit 1 of Layer 1: gradient −?[\\d.e−]+"));
        network.getByText("heat map").click();
        assertThat(network.locator("image")).hasCount(8);
    }

    private static void countsAlongEpochsAndTime(NotebookPage notebook) {
        Locator slider = notebook.cell("fit").locator("sb-chart").first().locator("[role=slider]");
        notebook.press(notebook.cell("fit"), "epoch");
        assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("^epoch 20: .*Validation loss \\d.*"));
        notebook.press(notebook.cell("fit"), "time");
        assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("^[\\d.]+ s: .*"));
        notebook.press(notebook.cell("fit"), "step");
        assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("^step 200: .*"));
    }

    private static void zoomsByKeyInAllCharts(Locator cell) {
        cell.locator("sb-chart").first().locator("[role=slider]").press("+");
        Locator reset = cell.getByText("Show all steps");
        assertThat(reset).hasCount(7);
        reset.first().click();
        assertThat(reset).hasCount(0);
    }

    private static void savesItsNumbers(Page page, Locator cell) throws IOException {
        Download csv = page.waitForDownload(
                () -> cell.locator("sb-chart").first().getByText("CSV").click());
        assertThat(csv.suggestedFilename()).isEqualTo("loss.csv");
        List<String> lines = Files.readAllLines(csv.path());
        assertThat(lines.getFirst()).isEqualTo("step,epoch,seconds,Batch loss,Training loss,Validation loss");
        assertThat(lines).hasSize(202); // a head, the start, and 200 steps
        assertThat(lines.getLast()).startsWith("200,20,");
    }

    private static void savesItsPictureSharply(Page page, Locator cell) throws IOException {
        Locator chart = cell.locator("sb-chart").first();
        int plot =
                ((Number) chart.evaluate("chart => chart.shadowRoot.querySelector('canvas').clientWidth")).intValue();
        Download png = page.waitForDownload(
                () -> chart.locator("button[title='Save the picture']").click());
        assertThat(png.suggestedFilename()).isEqualTo("loss.png");
        assertThat(ImageIO.read(png.path().toFile()).getWidth())
                .as("two pixels for each of the page, with a margin")
                .isEqualTo(2 * (plot + 40));
    }

    private static void showsDistributionsAndScores(NotebookPage notebook) {
        Locator cell = notebook.cell("fit");
        notebook.press(cell.locator(".chips"), "Distributions");
        cell.locator("sb-ridges").scrollIntoViewIfNeeded();
        assertThat(cell.locator("sb-ridges [role=slider]"))
                .hasAttribute("aria-valuetext", Pattern.compile("^After step \\d+: from .*"));
        notebook.press(cell.locator(".chips"), "Scores");
        cell.locator("sb-graph").first().scrollIntoViewIfNeeded();
        assertThat(cell.locator(".confusion td").first()).hasText(Pattern.compile("\\d+"));
        assertThat(cell.locator("sb-graph").first()).containsText(Pattern.compile("area (0\\.|1)"));
        keepsToItsPlace(cell.locator("sb-ridges"));
        keepsToItsPlace(cell.locator("sb-graph").first());
        notebook.press(cell.locator(".chips"), "Loss surface");
        notebook.press(cell, "Look around");
        seesTheLossSurface(notebook, cell);
    }

    /// A picture has room within its figure, so that it lies over nothing else.
    private static void keepsToItsPlace(Locator figure) {
        assertThat(figure.locator(".picture").first()).isVisible();
        assertThat(figure.evaluate(
                        "figure => figure.shadowRoot.querySelector('.picture').getBoundingClientRect().bottom"
                                + " <= figure.getBoundingClientRect().bottom"))
                .isEqualTo(true);
    }

    private static void seesTheLossSurface(NotebookPage notebook, Locator cell) {
        Locator surface = cell.locator("sb-surface");
        assertThat(surface.locator("output")).hasText(Pattern.compile("The loss in the middle is \\d.*"));
        assertThat(surface.locator(".cell")).hasCount(625);
        keepsToItsPlace(surface);
        assertThat(surface.locator(".scale text").nth(1)).hasText(Pattern.compile("\\d.*"));
        assertThat(surface.locator(".arrow")).hasCount(1);
        assertThat(cell.locator(".surface-verdict"))
                .hasText(Pattern.compile("The next step moves the weights by [\\d.e−]+ \\(‖ΔW‖\\)\\. It .*"));
        assertThat(surface).containsText("along the next step");
        notebook.press(cell, "random");
        assertThat(surface).containsText("first random direction");
        notebook.press(cell, "Zoom out");
        assertThat(surface.locator(".busy")).hasCount(0);
        notebook.press(cell, "two weights");
        assertThat(surface).containsText("change of W1[1,1]");
    }

    /// A printer waits for no frame, and paper is white.
    @Test
    void on_paper_a_plane_is_light_and_there_is_nothing_to_press() {
        LabServer lab = LabServer.shared();
        try (BrowserContext student = Browser.open(1440, 900, ColorScheme.DARK)) {
            Page page = student.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage notebook = NotebookPage.workbench(page, lab, "lessons-network");
            Locator cell = notebook.cell("fit");
            notebook.press(cell, "Run");
            assertThat(notebook.runState("fit")).hasText("Done");
            Locator plane = cell.locator("sb-plane");
            plane.scrollIntoViewIfNeeded();
            Awaitility.await("the plane is drawn").until(() -> redness(plane, "") > 0);
            double dark = redness(plane, "");
            assertThat(redness(plane, "dispatchEvent(new Event('beforeprint'));"))
                    .isGreaterThan(dark + 60);

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(cell.locator("sb-chart").first()).isVisible();
            assertThat(cell.locator(".segments button[aria-pressed='true']").first())
                    .isVisible();
            for (String away : List.of(
                    "sb-chart .tools", ".more-charts", ".run-history", ".segments button:not([aria-pressed='true'])")) {
                assertThat(cell.locator(away).first()).isHidden();
            }
            assertThat(notebook.cell("lab").locator("sb-chart").first()).isHidden(); // it has not run
        }
    }

    /// How red the drawn part of a plane is, from 0 to 255, right after a script; 0 where nothing is drawn.
    private static double redness(Locator plane, String script) {
        return ((Number) plane.evaluate("plane => {" + script + """
                        const canvas = plane.shadowRoot.querySelector('canvas');
                        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                        let [sum, count] = [0, 0];
                        for (let i = 0; i < data.length; i += 4) {
                          if (data[i + 3] === 255) {
                            sum += data[i];
                            count++;
                          }
                        }
                        return count ? sum / count : 0;
                        }""")).doubleValue();
    }
}
