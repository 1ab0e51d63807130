package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// On a slow network, or one that breaks, the page says honestly what is saved, and loses nothing.
class BadNetworkTest {
    private static final String UNITS = "layers[0].dense.units";

    @Test
    void a_slow_network_saves_and_streams_all_the_same() throws IOException {
        LabServer lab = LabServer.shared();
        try (var network = new SlowNetwork(lab.port(), 150);
                BrowserContext person = Browser.wide()) {
            NotebookPage notebook = enter(person.newPage(), network);
            notebook.control("net", UNITS).locator("input").fill("8");
            assertThat(notebook.saveState()).hasText("Saving…");
            assertThat(notebook.saveState()).hasText("Saved");
            notebook.trainLong();
            Awaitility.await("points arrive").until(() -> notebook.points("fit", 0) > 20);
            int before = notebook.points("fit", 0);
            Awaitility.await("and go on arriving").until(() -> notebook.points("fit", 0) > before);
            notebook.press(notebook.cell("fit"), "Pause");
            assertThat(notebook.runState("fit")).hasText("Paused");
            notebook.page().reload();
            assertThat(notebook.control("net", UNITS).locator("input")).hasValue("8");
        }
    }

    @Test
    void what_is_typed_while_the_network_is_gone_is_saved_when_it_is_back() throws IOException {
        LabServer lab = LabServer.shared();
        try (var network = new SlowNetwork(lab.port(), 0);
                BrowserContext person = Browser.wide()) {
            NotebookPage notebook = enter(person.newPage(), network);
            notebook.type("net", UNITS, "6");
            network.cut();
            Locator input = notebook.control("net", UNITS).locator("input");
            input.fill("7");
            input.blur();
            assertThat(notebook.saveState()).hasText(Pattern.compile("Not saved yet: .*"));
            network.mend();
            assertThat(notebook.saveState()).hasText("Saved");
            notebook.page().reload();
            assertThat(notebook.control("net", UNITS).locator("input")).hasValue("7");
        }
    }

    private static NotebookPage enter(Page page, SlowNetwork network) {
        NotebookPage.enter(page, network.url("/"));
        page.navigate(network.url("/exercise/lessons-network"));
        var notebook = new NotebookPage(page);
        assertThat(notebook.saveState()).hasText("Saved");
        return notebook;
    }
}
