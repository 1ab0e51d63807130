package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A student compares runs, names one, forks one, and sweeps a setting")
class RunsComparedTest {
    private static final String RATE = "optimizer.*.learning_rate";

    @Test
    void runs_of_a_cell() {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage notebook = NotebookPage.workbench(page, lab, "lessons-network");
            notebook.pick("fit", "optimizer", "adam");
            notebook.type("fit", "epochs", "12");
            train(notebook, "0.01");
            train(notebook, "0.1");
            Locator cell = notebook.cell("fit");
            cell.getByText("Runs of this cell").click();

            Locator rows = cell.locator(".run-table tbody tr");
            assertThat(rows).hasCount(2);
            assertThat(rows.nth(0).locator("td").nth(2)).hasText("0.1");
            assertThat(rows.nth(1).locator("td").nth(2)).hasText("0.01");
            cell.getByText("More charts").click();
            cell.getByText("Freeze", new Locator.GetByTextOptions().setExact(true))
                    .click();
            rows.nth(1).locator("input[type=checkbox]").check();
            Awaitility.await("the earlier run lies over the loss chart").until(() -> lines(cell) == 4);
            Awaitility.await("its line is drawn while the charts stand still").until(() -> drawn(cell, "Run 1"));
            rows.nth(0).locator("input[type=checkbox]").check();
            assertThat(cell.locator(".run-history"))
                    .containsText(Pattern.compile("Learning rate of adam in cell fit.*0\\.1.*0\\.01"));
            rows.nth(1).locator(".text-box").fill("slow");
            rows.nth(1).locator(".text-box").blur();
            assertThat(cell.locator(".run-history th").getByText("slow")).isVisible();

            forks(notebook);
            sweeps(cell);
            rows.last().getByText("Delete").click();
            assertThat(rows).hasCount(4); // two sweeps, the fork, the second run
            cell.getByText("Undo", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(rows).hasCount(5);
            assertThat(rows.last().locator(".text-box")).hasValue("slow");
        }
    }

    private static void train(NotebookPage notebook, String rate) {
        notebook.type("fit", RATE, rate);
        notebook.press(notebook.cell("fit"), "Run");
        assertThat(notebook.runState("fit")).hasText("Done");
    }

    private static boolean drawn(Locator cell, String run) {
        Locator value = cell.locator("sb-chart")
                .first()
                .locator(".legend li")
                .filter(new Locator.FilterOptions().setHasText(run))
                .locator(".value");
        return value.count() == 1 && !value.textContent().isBlank();
    }

    private static int lines(Locator cell) {
        Locator chart = cell.locator("sb-chart").first();
        chart.scrollIntoViewIfNeeded();
        return ((Number) chart.evaluate("chart => chart.series.length")).intValue();
    }

    private static void forks(NotebookPage notebook) {
        notebook.type("fit", RATE, "0.001");
        Locator cell = notebook.cell("fit");
        Locator problem = cell.locator(".history-row .field-error").first();
        notebook.press(cell, "Fork");
        assertThat(problem).hasText("Type the number of the step to fork at, such as 100.");
        cell.locator("[aria-label='Step to fork at']").fill("7000");
        notebook.press(cell, "Fork");
        assertThat(problem).containsText("The run has taken 120 steps so far");
        cell.locator("[aria-label='Step to fork at']").fill("40");
        notebook.press(cell, "Fork");
        assertThat(cell.locator(".run-table tbody tr")).hasCount(3);
        assertThat(problem).isHidden();
        assertThat(notebook.figure("fit", "Step")).hasText("120 of 120");
    }

    private static void sweeps(Locator cell) {
        cell.locator(".run-sweep .text-box").fill("0.01, 0.1");
        cell.locator(".run-sweep .text-box").blur();
        cell.locator(".run-sweep .history-row button").click();
        assertThat(cell.getByText("2 of 2 runs are done."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        assertThat(cell.locator(".run-sweep sb-graph circle")).hasCount(4);
        assertThat(cell.locator(".run-table tbody tr")).hasCount(5);
    }
}
