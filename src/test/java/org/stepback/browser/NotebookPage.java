package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/// What a person does on a notebook's page, in the words that the page uses.
record NotebookPage(Page page) {
    static NotebookPage open(Page page, LabServer lab, String slug) {
        page.navigate(lab.url("/exercise/" + slug));
        var notebook = new NotebookPage(page);
        assertThat(notebook.saveState()).hasText("Saved");
        return notebook;
    }

    /// Comes in by the guest door on a new page, and opens an exercise of the shared lab.
    static NotebookPage entered(BrowserContext person, String slug) {
        Page page = person.newPage();
        enter(page, LabServer.shared());
        return open(page, LabServer.shared(), slug);
    }

    /// Opens an exercise with every tool in sight.
    static NotebookPage workbench(Page page, LabServer lab, String slug) {
        page.evaluate("localStorage.setItem('sb-workbench', 'on')");
        return open(page, lab, slug);
    }

    /// Goes in by the guest door.
    static void enter(Page page, LabServer lab) {
        enter(page, lab.url("/"));
    }

    static void enter(Page page, String url) {
        page.navigate(url);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enter as a guest"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
    }

    /// Notes which page this is, so that [#awaitReload] can tell it from the one that it loads after it.
    void note() {
        page.evaluate("window.noted = true");
    }

    /// Waits until the noted page has loaded itself anew, as it does once its server is back.
    void awaitReload() {
        page.waitForFunction("!window.noted && document.readyState === 'complete'");
    }

    Locator cell(String id) {
        return page.locator("#cell-" + id);
    }

    /// Where a cell stands, which can be selected.
    Locator slot(String cell) {
        return page.locator("[data-cell='" + cell + "']");
    }

    Locator saveState() {
        return page.locator("sb-save-state");
    }

    /// A box or select of a cell, by its place, such as `optimizer.*.learning_rate`.
    Locator control(String cell, String place) {
        return page.locator("[data-key='" + cell + "/" + place + "']");
    }

    void type(String cell, String place, String text) {
        Locator box = control(cell, place).locator("input");
        box.fill(text);
        box.blur();
        assertThat(saveState()).hasText("Saved");
    }

    void pick(String cell, String place, String name) {
        control(cell, place).locator("select").selectOption(name);
        assertThat(saveState()).hasText("Saved");
    }

    void choose(String cell, String key) {
        control(cell, "answer").locator("input[value='" + key + "']").check();
        assertThat(saveState()).hasText("Saved");
    }

    void press(Locator within, String button) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /// Begins a training that goes on for longer than a test.
    void trainLong() {
        type("fit", "epochs", "9000");
        press(cell("fit"), "Run");
        Awaitility.await("steps are taken").until(() -> step("fit") > 20);
    }

    Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /// One of a run's numbers, such as "Step".
    Locator figure(String cell, String name) {
        Locator term = page.locator("dt", new Page.LocatorOptions().setHasText(Pattern.compile("^" + name + "$")));
        return cell(cell)
                .locator(".figure")
                .filter(new Locator.FilterOptions().setHas(term))
                .locator("dd");
    }

    /// How many points the longest line of a chart holds, once it is near the window.
    int points(String cell, int chart) {
        var longest = "chart => Math.max(0, ...chart.series.map(line => line.x.length))";
        Locator found = cell(cell).locator("sb-chart").nth(chart);
        found.scrollIntoViewIfNeeded();
        return ((Number) found.evaluate(longest)).intValue();
    }

    Locator runState(String cell) {
        return cell(cell).locator(".state");
    }

    /// The steps taken so far, from "120 of 400".
    long step(String cell) {
        String text = figure(cell, "Step").textContent();
        return text.startsWith("–") ? 0 : Long.parseLong(text.split(" ")[0].replace(",", ""));
    }
}
