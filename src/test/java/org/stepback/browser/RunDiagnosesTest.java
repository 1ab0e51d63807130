package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("A student reads what is wrong with a run, and goes back to where it was not")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunDiagnosesTest {
    private final LabServer lab = LabServer.shared();
    private BrowserContext person;
    private Page page;
    /// What the page's own code failed with, such as a chart that is asked for a place before it was ever drawn.
    private final List<String> failures = new CopyOnWriteArrayList<>();

    @BeforeAll
    void open() {
        person = Browser.wide();
        page = person.newPage();
        page.onPageError(failures::add);
        NotebookPage.enter(page, lab);
    }

    @AfterAll
    void close() {
        person.close();
        assertThat(failures).isEmpty();
    }

    @Test
    void a_run_that_stands_still_is_told_why() {
        NotebookPage notebook = NotebookPage.workbench(page, lab, "learning-rate");
        notebook.type("edge", "optimizer.*.learning_rate", "0.003");
        Locator cell = notebook.cell("edge");
        notebook.press(cell, "Run");
        assertThat(notebook.runState("edge")).hasText("Done");

        Locator card = cell.locator(".diagnosis");
        assertThat(card).isHidden(); // until it is asked for: it would cover what one looks at
        notebook.press(cell, "A learning rate that is too small");
        assertThat(card).hasCount(1);
        assertThat(card).containsText("A learning rate that is too small");
        assertThat(card).containsText(Pattern.compile("In \\d+ steps the weights changed by less than"));
        assertThat(card).containsText("What to try: Try a learning rate that is 10 times larger");
        notebook.press(card, "Lesson: A wrong learning rate");
        assertThat(page.getByText("Take the largest rate with which the loss still falls evenly."))
                .isVisible();
        assertThat(page.locator(".lesson .katex, sb-prose .katex").last()).isVisible();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close"))
                .click();
        assertThat(page.getByText("Take the largest rate with which")).isHidden();
        assertThat(notebook.cell("fast").locator(".diagnosis")).hasCount(0);
    }

    @Test
    void a_run_that_diverges_is_rewound_to_the_step_before() {
        NotebookPage notebook = NotebookPage.workbench(page, lab, "lessons-network");
        notebook.pick("net", "layers[1].dense.activation", "linear");
        notebook.pick("fit", "loss", "mean_squared_error");
        notebook.pick("fit", "optimizer", "sgd");
        notebook.type("fit", "optimizer.*.learning_rate", "900");
        Locator cell = notebook.cell("fit");
        notebook.press(cell, "Run");
        assertThat(notebook.runState("fit")).hasText("Stopped: infinite or NaN");
        assertThat(cell.locator(".figures dt").getByText("Last validation loss"))
                .isVisible();

        Locator card = cell.locator(".diagnosis").first();
        Locator opener = cell.locator(".run-diagnoses > button");
        opener.click();
        assertThat(card).containsText("Numbers that became infinite");
        assertThat(card.locator("tbody tr").last()).isVisible();
        long failed = failedStep(card);
        page.keyboard().press("Escape");
        assertThat(card).isHidden();
        notebook.press(cell, "Look inside a step");
        Locator walk = cell.locator("sb-walk");
        walk.locator(".walk-part").getByText("Gradients").click();
        notebook.press(walk, "Check the gradient");
        assertThat(walk.locator(".walk-secant")).containsText("There is no curve to draw");
        walk.locator(".walk-part").getByText("Repeat").click();
        assertThat(walk.locator(".walk-words")).containsText("not a finite number");
        opener.click();
        notebook.press(card, "Rewind to step %d, the last one before it".formatted(failed - 1));
        assertThat(notebook.runState("fit")).hasText("Paused");
        assertThat(notebook.figure("fit", "Step")).hasText(Pattern.compile("^%d of .*".formatted(failed - 1)));
        assertThat(cell.getByText("Numbers that became infinite")).isHidden();

        notebook.press(cell, "Step");
        assertThat(notebook.runState("fit")).hasText("Stopped: infinite or NaN");
        assertThat(cell.locator(".run-panel .notice")).containsText("At step %d ".formatted(failed));
        notebook.press(cell, "Start over");
        notebook.press(cell, "First settings");
        notebook.press(notebook.cell("net"), "First settings");
    }

    @Test
    void a_run_that_stands_still_takes_new_settings_with_it() {
        NotebookPage notebook = NotebookPage.workbench(page, lab, "learning-rate");
        Locator cell = notebook.cell("yours");
        notebook.press(cell, "Step");
        assertThat(notebook.figure("yours", "Step")).hasText("1 of 200");
        notebook.type("yours", "optimizer.*.learning_rate", "1");
        assertThat(notebook.runState("yours")).hasText("Settings changed since this run");
        notebook.press(cell, "Or go on from step 1 with the new settings");
        assertThat(notebook.runState("yours")).hasText("Done");
        assertThat(cell.getByText("Or go on from step")).isHidden();
        notebook.press(cell, "Start over");
        notebook.press(cell, "First settings");
    }

    private static long failedStep(Locator card) {
        Matcher step = Pattern.compile("from step (\\d+) on").matcher(card.innerText());
        assertThat(step.find()).isTrue();
        return Long.parseLong(step.group(1));
    }
}
