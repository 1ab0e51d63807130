package org.stepback.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A lab that is asked to end (SIGTERM) saves every run where it is.
class TerminationTest {
    private static final int TIMES = 4;

    @Test
    void a_run_in_training_is_saved_after_the_lab_was_asked_to_end_and_before_its_database_closes() {
        try (LabServer lab = LabServer.fresh("--stepback.training.save=10m");
                BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage notebook = NotebookPage.open(page, lab, "lessons-network");
            notebook.trainLong();
            for (int time = 0; time < TIMES; time++) {
                notebook.note();
                Instant asked = Instant.now();
                lab.end();
                assertThat(saved(lab)).isAfter(asked);
                lab.start();
                notebook.awaitReload();
                long step = notebook.step("fit");
                Awaitility.await("the run goes on").until(() -> notebook.step("fit") > step);
            }
        }
    }

    private static Instant saved(LabServer lab) {
        String url = "jdbc:h2:file:" + lab.data().resolve("stepback") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        return JdbcClient.create(new DriverManagerDataSource(url, "stepback", ""))
                .sql("select updated from run")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
