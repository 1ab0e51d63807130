package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

/// The whole lab on a PostgreSQL server, as the two settings make it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresLabTest {
    private static final String UNITS = "layers[0].dense.units";

    private final Database database = TestDatabases.postgres();
    private final LabServer lab = LabServer.fresh(
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password(),
            "--stepback.guests-per-hour=2");

    @AfterAll
    void stop() {
        lab.close();
    }

    @Test
    void a_double_press_of_submit_stores_one_submission_and_a_full_lab_says_so() {
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage notebook = NotebookPage.open(page, lab, "lessons-network");
            notebook.type("net", UNITS, "9");
            Locator bar = page.locator(".grade-bar");
            notebook.button(bar, "Submit").dblclick();
            assertThat(bar).containsText(Pattern.compile("Submitted: \\d+ of \\d+ points"));
            assertThat(count("submission")).isEqualTo(1);
            page.navigate("about:blank"); // a page that stays open loads itself anew, in the midst of what follows
            lab.kill();
            lab.start();
            page.navigate(lab.url("/exercise/lessons-network"));
            assertThat(notebook.control("net", UNITS).locator("input")).hasValue("9");
            notebook.press(bar, "Submit");
            assertThat(bar).containsText("Submitted:");
            assertThat(count("submission")).as("the same answers once more").isEqualTo(1);
        }
        try (BrowserContext second = Browser.wide();
                BrowserContext third = Browser.wide()) {
            NotebookPage.enter(second.newPage(), lab);
            Page page = third.newPage();
            page.navigate(lab.url("/"));
            page.locator(".door-card button").click();
            assertThat(page.locator(".door-card")).containsText("the lab is full");
            assertThat(count("account")).isEqualTo(2);
        }
    }

    private int count(String table) {
        return database.jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
