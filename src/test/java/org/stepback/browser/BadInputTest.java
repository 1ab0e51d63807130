package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepback.nn.Architecture;

/// Whatever is typed is kept, refused in words at its place, and trains nothing; the page stays usable.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private final LabServer lab = LabServer.shared();
    private BrowserContext person;
    private NotebookPage notebook;

    @BeforeAll
    void open() {
        person = Browser.wide();
        Page page = person.newPage();
        NotebookPage.enter(page, lab);
        notebook = NotebookPage.workbench(page, lab, "lessons-network");
    }

    @AfterAll
    void close() {
        person.close();
    }

    @ParameterizedTest(name = "{1} = \"{2}\"")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fit | optimizer.*.learning_rate | ``",
                "fit | optimizer.*.learning_rate | -1",
                "fit | optimizer.*.learning_rate | NaN",
                "fit | optimizer.*.learning_rate | 1e308",
                "fit | optimizer.*.learning_rate | 1,001",
                "fit | batch_size | 0",
                "fit | batch_size | 4000",
                "fit | epochs | 1e12",
                "fit | epochs | 1000000000000",
                "net | layers[0].dense.units | 0",
                "net | layers[0].dense.units | 10000",
                "net | layers[0].dense.units | five",
            })
    void is_kept_and_refused_at_its_place(String cell, String place, String typed) {
        Locator control = notebook.control(cell, place);
        String before = control.locator("input").inputValue();
        notebook.type(cell, place, typed);
        assertThat(control.locator(".field-error")).not().isEmpty();
        assertThat(control.locator("input")).hasAttribute("aria-invalid", "true");
        assertThat(notebook.button(notebook.cell("fit"), "Run")).isDisabled();
        notebook.page().reload();
        assertThat(control.locator("input")).hasValue(typed);
        assertThat(control.locator(".field-error")).not().isEmpty();
        notebook.type(cell, place, before);
        assertThat(control.locator(".field-error")).hasCount(0);
        assertThat(notebook.button(notebook.cell("fit"), "Run")).isEnabled();
    }

    @Test
    void an_output_that_does_not_fit_the_loss_is_explained() {
        notebook.pick("net", "layers[1].dense.activation", "linear");
        assertThat(notebook.cell("fit").locator(".notice.problem")).isVisible();
        assertThat(notebook.button(notebook.cell("fit"), "Run")).isDisabled();
        notebook.pick("net", "layers[1].dense.activation", "sigmoid");
        assertThat(notebook.cell("fit").locator(".notice.problem")).isHidden();
    }

    @Test
    void a_diverging_run_stops_and_says_where() {
        notebook.pick("net", "layers[1].dense.activation", "linear");
        notebook.pick("fit", "loss", "mean_squared_error");
        notebook.pick("fit", "optimizer", "sgd");
        notebook.type("fit", "optimizer.*.learning_rate", "900");
        notebook.press(notebook.cell("fit"), "Run");
        assertThat(notebook.runState("fit")).hasText("Stopped: infinite or NaN");
        assertThat(notebook.cell("fit").locator(".run-panel .notice"))
                .hasText(Pattern.compile("At step \\d+ .*layer \\d.*"));
        notebook.press(notebook.cell("fit"), "Start over");
        notebook.press(notebook.cell("fit"), "First settings");
        notebook.press(notebook.cell("net"), "First settings");
        assertThat(notebook.control("fit", "optimizer.*.learning_rate")).isVisible();
    }

    @Test
    void a_run_that_would_cost_too_much_is_refused_before_it_starts() {
        notebook.press(notebook.cell("net"), "Add a hidden layer");
        notebook.type("net", "layers[0].dense.units", "512");
        notebook.type("net", "layers[1].dense.units", "512");
        notebook.press(notebook.cell("fit"), "Run");
        assertThat(notebook.cell("fit").locator(".run-panel .notice"))
                .hasText(Pattern.compile(
                        "This network has .* parameters; the limit is .* Use fewer units or layers\\."));
        assertThat(notebook.runState("fit")).hasText("Not started");
        notebook.press(notebook.cell("net"), "First settings");
        assertThat(notebook.control("net", "layers[2].dense.units")).hasCount(0);
    }

    @Test
    void no_more_layers_than_the_limit() {
        Locator add = notebook.button(notebook.cell("net"), "Add a hidden layer");
        for (int layers = 2; layers < Architecture.MAX_LAYERS; layers++) {
            add.click();
            assertThat(notebook.control("net", "layers[" + layers + "].dense.units"))
                    .isVisible();
        }
        assertThat(add).isDisabled();
        notebook.press(notebook.cell("net"), "First settings");
        assertThat(notebook.control("net", "layers[2].dense.units")).hasCount(0);
    }

    @Test
    void an_unknown_exercise_is_a_page_that_says_so() {
        Page page = person.newPage();
        page.navigate(lab.url("/exercise/nothing-here"));
        assertThat(page.locator("h1")).hasText("There is no such page");
        assertThat(page.content()).doesNotContain("Exception");
        page.close();
    }

    @Test
    void an_address_that_fails_before_any_page_says_so_in_plain_words() {
        Page page = person.newPage();
        page.navigate(lab.url("/error"));
        assertThat(page.locator("h1")).hasText("This did not work");
        assertThat(page.content()).doesNotContain("Whitelabel", "Exception");
        page.close();
    }
}
