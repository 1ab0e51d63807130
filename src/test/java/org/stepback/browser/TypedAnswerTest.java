package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAnswerTest {
    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void what_was_read_is_shown_in_the_box_and_nothing_moves(int width) {
        try (BrowserContext person = Browser.open(width, 900, ColorScheme.LIGHT)) {
            Page page = person.newPage();
            NotebookPage.enter(page, LabServer.shared());
            NotebookPage notebook = NotebookPage.open(page, LabServer.shared(), "forward-by-hand");
            Locator control = notebook.control("z1", "answer");
            Locator reading = control.locator("output");
            Locator next = notebook.control("z2", "answer");
            double distance = distance(control, next);

            notebook.type("z1", "answer", "0,75");
            assertThat(reading).hasText("= 0.75");
            assertThat(distance(control, next)).isEqualTo(distance);

            notebook.type("z1", "answer", "-1/3");
            assertThat(reading).hasText("≈ −0.3333");
            assertThat(distance(control, next)).isEqualTo(distance);

            control.locator("input").fill("-1/4");
            assertThat(reading).isEmpty();
            control.locator("input").blur();
            assertThat(reading).hasText("= −0.25");

            for (String plain : new String[] {"-0.25", "1,234", ""}) {
                notebook.type("z1", "answer", plain);
                assertThat(reading).isEmpty();
            }
            assertThat(control.locator("input")).hasAttribute("inputmode", "text");
        }
    }

    private static double distance(Locator control, Locator next) {
        BoundingBox from = control.boundingBox();
        return next.boundingBox().y - from.y - from.height;
    }
}
