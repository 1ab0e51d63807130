package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A student predicts, runs, and answers; the page says what is wrong once the student has found it")
class NoSpoilersTest {
    private static final String DIAGNOSIS = "A learning rate that is too small";

    @Test
    void the_diagnosis_waits_for_the_answers() {
        try (BrowserContext person = Browser.open(1440, 900, ColorScheme.LIGHT)) {
            NotebookPage notebook = NotebookPage.entered(person, "learning-rate");
            Page page = notebook.page();
            notebook.choose("predict-slow", "a");
            assertThat(notebook.cell("slow-loss")).containsText("Run the training first, then answer.");
            assertThat(options(notebook, "slow-loss").first()).isDisabled();

            notebook.press(notebook.cell("slow"), "Run");
            assertThat(notebook.runState("slow")).hasText("Done", patient());
            assertThat(notebook.cell("slow")).not().containsText(DIAGNOSIS);
            keepsThePrediction(notebook);

            notebook.choose("slow-loss", "c");
            notebook.choose("slow-gradient", "b");
            notebook.press(page.locator(".grade-bar"), "Check");
            assertThat(notebook.cell("slow-loss")).containsText("A training whose loss still falls is not finished.");
            assertThat(notebook.cell("slow")).containsText(DIAGNOSIS);
            page.reload();
            keepsThePrediction(notebook);
            assertThat(notebook.runState("slow")).hasText("Done", patient());
            assertThat(notebook.cell("slow")).not().containsText(DIAGNOSIS); // nothing was submitted
        }
    }

    private static void keepsThePrediction(NotebookPage notebook) {
        assertThat(notebook.cell("predict-slow")).containsText("Your prediction, as you made it before the run.");
        assertThat(options(notebook, "predict-slow").first()).isDisabled();
        assertThat(options(notebook, "predict-slow").first()).isChecked();
    }

    private static Locator options(NotebookPage notebook, String cell) {
        return notebook.cell(cell).locator("input[type=radio]");
    }

    private static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(60_000);
    }
}
