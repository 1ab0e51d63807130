package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

/// A database that is away for a while, and an account that is deleted under an open page.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {
    private static final String LESSON = "lessons-network";
    private static final String UNITS = "layers[0].dense.units";

    /// What a page that cannot send by its own connection asks for; given up after twice the time that it may take.
    private static final String SAVE = """
            async () => {
              const body = JSON.stringify([{ key: 'net/layers[0].dense.units', text: '8', seen: [], stamp: '' }]);
              const headers = { 'Content-Type': 'application/json' };
              const signal = AbortSignal.timeout(10_000);
              const response = await fetch('/saves/lessons-network', { method: 'POST', headers, body, signal });
              return response.status + ' ' + (response.ok ? await response.text() : '');
            }""";

    private final Database database = TestDatabases.postgres();
    private final JdbcClient server = TestDatabases.postgres().jdbc();
    private final LabServer lab = LabServer.fresh(
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password());

    @AfterAll
    void stop() {
        lab.close();
    }

    private void allow(boolean connections) {
        String name = database.url().replaceFirst(".*/(\\w+)(\\?.*)?$", "$1");
        server.sql("alter database %s allow_connections %s".formatted(name, connections))
                .update();
        server.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    @Test
    void a_page_keeps_its_text_while_the_database_is_away_and_saves_it_when_it_is_back() {
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage notebook = NotebookPage.open(page, lab, LESSON);
            allow(false);
            try {
                assertThat((String) page.evaluate(SAVE)).startsWith("503");
                notebook.control("net", UNITS).locator("input").fill("11");
                notebook.control("net", UNITS).locator("input").blur();
                assertThat(notebook.saveState()).hasAttribute("data-state", "unsaved");
                assertThat(lab.log().lines().filter(line -> line.contains("database cannot be used")))
                        .hasSize(1);
                assertThat(lab.log()).doesNotContain("\tat org.postgresql", "HikariPool");
            } finally {
                allow(true);
            }
            assertThat(notebook.saveState()).hasText("Saved");
            page.reload();
            assertThat(notebook.control("net", UNITS).locator("input")).hasValue("11");
        }
    }

    @Test
    void a_page_says_that_its_account_was_deleted_and_leads_to_the_door() {
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage notebook = NotebookPage.open(page, lab, LESSON);
            notebook.type("net", UNITS, "9");
            Awaitility.await()
                    .until(() -> database.jdbc()
                                    .sql("delete from account where id in (select student from draft)")
                                    .update()
                            > 0);
            notebook.control("net", UNITS).locator("input").fill("10");
            notebook.control("net", UNITS).locator("input").blur();
            assertThat(notebook.saveState()).containsText("This account was deleted");
            page.onDialog(dialog -> dialog.accept());
            page.navigate(lab.url("/exercise/" + LESSON));
            assertThat(page.locator(".door-notice")).containsText("Your account was deleted");
        }
    }
}
