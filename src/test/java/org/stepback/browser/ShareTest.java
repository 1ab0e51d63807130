package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A notebook leaves the lab to be read: by a link, and as one file.
class ShareTest {
    private final LabServer lab = LabServer.shared();

    private static void add(Page page, String kind, String id) {
        page.keyboard().press("b");
        page.keyboard().press(kind);
        assertThat(page.locator("[data-cell='" + id + "'][data-selected]")).isVisible();
    }

    private NotebookPage ownNotebook(Page page) {
        NotebookPage.enter(page, lab);
        page.getByText("New notebook").first().click();
        page.waitForURL("**/notebook/*");
        var notebook = new NotebookPage(page);
        assertThat(notebook.saveState()).hasText("Saved");
        add(page, "m", "note");
        assertThat(page.locator("[data-cell='note'] .cm-content")).isFocused();
        page.keyboard().type("Half of $x^2$ & <b>more</b>.");
        page.keyboard().press("Escape");
        assertThat(notebook.saveState()).hasText("Saved");
        add(page, "d", "data");
        add(page, "n", "net");
        add(page, "t", "fit");
        notebook.press(notebook.cell("fit"), "Run");
        assertThat(notebook.runState("fit")).hasText("Done");
        return notebook;
    }

    @Test
    void a_shared_link_is_read_by_anybody_copied_by_guests_and_taken_back() {
        try (BrowserContext owner = Browser.wide();
                BrowserContext reader = Browser.wide()) {
            Page page = owner.newPage();
            ownNotebook(page);
            page.getByText("Share", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("Make a link").click();
            String link = lab.url("/" + page.locator(".share-link").getAttribute("href"));

            Page read = reader.newPage();
            read.navigate(link);
            assertThat(read.locator(".report")).containsText("Half of");
            assertThat(read.locator(".report .katex").first()).isVisible();
            assertThat(read.locator(".report")).containsText("& <b>more</b>.");
            assertThat(read.locator(".report figcaption")).hasText(new String[] {
                "Loss",
                "Accuracy",
                "Gradient magnitude (L2 norm)",
                "Update-to-weight ratio",
                "Weight norms (L2)",
                "Learning rate",
                "Dead and saturated units (share of the layer)",
                "Distributions",
                "What the network predicts",
                "Confusion matrix",
                "ROC curve",
                "Precision–recall curve",
                "Loss surface"
            });
            assertThat(read.locator(".report")).containsText("Done");
            assertThat(read.locator("main input, main select, main textarea, main .cm-editor"))
                    .hasCount(0);
            read.getByText("Enter as a guest").click();
            read.waitForURL("**/enter");
            read.getByText("Enter as a guest").click(); // the door leads back here
            read.getByText("Copy into my notebooks").click();
            read.waitForURL("**/notebook/*");
            assertThat(read.locator("[data-cell='fit']")).isVisible();

            page.getByText("Stop sharing").click();
            assertThat(page.getByText("Make a link")).isVisible();
            read.navigate(link);
            assertThat(read.locator("h1")).hasText("There is no such page");
        }
    }

    @Test
    void a_report_is_one_file_with_its_formulas_and_pictures(@TempDir Path folder) throws IOException {
        try (BrowserContext owner = Browser.wide()) {
            Page page = owner.newPage();
            ownNotebook(page).type("net", "layers[0].dense.units", "6");
            page.getByText("Download", new Page.GetByTextOptions().setExact(true))
                    .click();
            Download download = page.waitForDownload(
                    () -> page.getByText("Report to read or print").click());
            assertThat(download.suggestedFilename()).endsWith(".html");
            Path file = folder.resolve("report.html");
            download.saveAs(file);
            assertThat(Files.readString(file)).doesNotContain("src=\"http", "<script", "<link");

            page.navigate(file.toUri().toString());
            assertThat(page.locator("h1")).hasText("Untitled notebook");
            assertThat(page.locator("math msup").first()).isVisible();
            assertThat(page.locator("svg.chart path.line").first()).isVisible();
            assertThat(page.locator("svg.chart")).hasCount(10 + 2 * 3 + 1);
            assertThat(page.locator("svg.chart rect").first()).isVisible();
            assertThat(page.locator("svg.chart .tone-1").first()).not().hasCSS("stroke", "none");
            assertThat(page.locator("body")).containsText("units: 6");
            assertThat(page.locator("body")).containsText("The settings have changed since this run: net (layers).");
            assertThat(page.locator("body")).containsText("& <b>more</b>.");
        }
    }

    @Test
    void a_report_says_that_a_run_is_stale_also_where_its_cells_can_not_be_run() {
        try (BrowserContext owner = Browser.wide()) {
            Page page = owner.newPage();
            ownNotebook(page).type("fit", "epochs", "abc");
            page.getByText("Share", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("Make a link").click();
            page.navigate(lab.url("/" + page.locator(".share-link").getAttribute("href")));
            assertThat(page.locator(".report .stale"))
                    .hasText(
                            Pattern.compile(
                                    "Done\\. Settings changed since this run\\. .*fit \\(epochs\\).*can't be run yet: .*abc.*"));
            assertThat(page.locator(".report svg.chart").first()).isVisible();
        }
    }
}
