package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Trainings whose targets are several yes-no answers, or class numbers.
class LossesTest {
    private static final String NOTEBOOK = """
            ---
            title: Losses
            summary: Answers and classes.
            ---
            ```data answers
            x: [[1, 0], [1, 1], [0, 1], [-1, 0], [0, 0]]
            y: [[1, 1], [0, 1], [0, 0], [1, 0], [1, 1]]
            validation_split: 0.4
            ```

            ```network two
            input: answers
            layers:
              - dense: {units: 2, activation: sigmoid}
            ```

            ```train fit
            network: two
            data: answers
            loss: binary_crossentropy
            optimizer: sgd
            batch_size: 3
            epochs: 5
            ```

            ```data numbers
            x: [[1, 0], [1, 1], [0, 1], [2, 1]]
            y: [0, 1, 2, 1]
            ```

            ```network three
            input: numbers
            layers:
              - dense: {units: 3, activation: softmax}
            ```

            ```train sort
            network: three
            data: numbers
            loss: categorical_crossentropy
            optimizer: sgd
            batch_size: 4
            epochs: 5
            ```
            """;

    private final LabServer lab = LabServer.shared();
    private BrowserContext person;
    private Page page;
    private NotebookPage notebook;

    @BeforeEach
    void upload() {
        person = Browser.wide();
        page = person.newPage();
        NotebookPage.enter(page, lab);
        byte[] file = NOTEBOOK.getBytes(StandardCharsets.UTF_8);
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("losses.md", "text/markdown", file));
        page.waitForURL("**/notebook/*");
        notebook = new NotebookPage(page);
    }

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void several_answers_train_and_their_pictures_show_each_of_them() {
        assertThat(notebook.slot("answers")).containsText("The targets y1, y2 are answers of their own: 1 is yes");
        assertThat(notebook.slot("answers").locator("sb-plane")).containsText("y1 + y2");
        notebook.slot("fit").scrollIntoViewIfNeeded();
        notebook.press(notebook.cell("fit"), "Run");
        assertThat(notebook.runState("fit")).hasText("Done");
        assertThat(notebook.cell("fit").locator(".figures"))
                .containsText(Pattern.compile("Validation accuracy\\s*[\\d.]+"));
        notebook.press(notebook.cell("fit"), "Scores");
        Locator table = notebook.cell("fit")
                .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("Right and wrong answers by label"));
        notebook.cell("fit").getByText("ROC curve").first().scrollIntoViewIfNeeded();
        assertThat(table.locator("tbody tr")).hasCount(2);
        assertThat(table.locator("tbody tr").first()).containsText(Pattern.compile("^y1[\\d.%\\s\\u202f]+$"));
    }

    @Test
    void class_numbers_lead_to_the_loss_for_them_by_a_press() {
        notebook.slot("sort").scrollIntoViewIfNeeded();
        Locator notice = notebook.cell("sort").locator(".notice.problem");
        assertThat(notice.last()).containsText("the data has class numbers in one column");
        notebook.press(notebook.cell("sort"), "Use sparse_categorical_crossentropy");
        assertThat(notebook.control("sort", "loss").locator("select")).hasValue("sparse_categorical_crossentropy");
        assertThat(notice.last()).isHidden();
        notebook.press(notebook.cell("sort"), "Run");
        assertThat(notebook.runState("sort")).hasText("Done");
        page.reload();
        assertThat(notebook.control("sort", "loss").locator("select")).hasValue("sparse_categorical_crossentropy");
    }
}
