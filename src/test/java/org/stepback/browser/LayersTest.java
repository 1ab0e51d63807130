package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A student adds layers of every kind and sets what they have, and what a training can do without.
class LayersTest {
    private final LabServer lab = LabServer.shared();
    private BrowserContext person;
    private NotebookPage notebook;

    @BeforeEach
    void open() {
        person = Browser.wide();
        Page page = person.newPage();
        NotebookPage.enter(page, lab);
        notebook = NotebookPage.open(page, lab, "lessons-network");
    }

    @AfterEach
    void close() {
        person.close();
    }

    @Test
    void a_layer_becomes_another_kind_and_trains() {
        Locator net = notebook.cell("net");
        notebook.press(net, "Add a hidden layer");
        notebook.pick("net", "layers.kind.1", "dropout");
        notebook.type("net", "layers[1].dropout.rate", "1.5");
        assertThat(notebook.control("net", "layers[1].dropout.rate").locator(".field-error"))
                .containsText("from 0 up to, but not including, 1");
        notebook.type("net", "layers[1].dropout.rate", "0.3");

        notebook.press(net, "Add a hidden layer");
        notebook.pick("net", "layers.kind.2", "batch_normalization");
        net.locator(".layer").nth(2).locator("summary").click();
        assertThat(notebook.control("net", "layers[2].batch_normalization.momentum")
                        .locator("input"))
                .hasValue("0.99");
        notebook.type("net", "layers[2].batch_normalization.momentum", "0.9");
        notebook.pick("net", "layers[2].batch_normalization.scale", "false");

        net.locator(".layer").nth(0).locator("summary").click();
        notebook.pick("net", "layers.kernel_regularizer.0", "l2");
        notebook.type("net", "layers[0].dense.kernel_regularizer.l2", "0.001");
        assertThat(net).containsText("dropout → batch normalization");
        if (System.getenv("STEPBACK_PICTURE") != null) {
            net.screenshot(new Locator.ScreenshotOptions().setPath(Path.of(System.getenv("STEPBACK_PICTURE"))));
        }

        notebook.page().reload();
        assertThat(notebook.control("net", "layers[0].dense.kernel_regularizer.l2")
                        .locator("input"))
                .hasValue("0.001");
        notebook.press(notebook.cell("fit"), "Run");
        assertThat(notebook.runState("fit")).hasText(Pattern.compile("Running|Done"));
    }

    @Test
    void a_training_stops_early_and_weighs_its_classes() {
        Locator fit = notebook.cell("fit");
        fit.locator("summary", new Locator.LocatorOptions().setHasText("Stopping early"))
                .click();
        notebook.pick("fit", "early_stopping", "on");
        notebook.pick("fit", "early_stopping.monitor", "loss");
        notebook.type("fit", "early_stopping.patience", "-1");
        assertThat(notebook.control("fit", "early_stopping.patience").locator(".field-error"))
                .containsText("from 0 to 10000");
        notebook.type("fit", "early_stopping.patience", "0");
        notebook.type("fit", "early_stopping.min_delta", "1000");
        notebook.pick("fit", "class_weight", "by its weight");
        notebook.type("fit", "class_weight.1", "2.5");
        assertThat(notebook.control("fit", "class_weight.0").locator("input")).hasValue("1");
        notebook.press(fit, "Run");
        assertThat(fit).containsText("Early stopping ended this run after epoch 2");
        notebook.pick("fit", "early_stopping", "off");
        assertThat(notebook.control("fit", "early_stopping.patience")).hasCount(0);
    }
}
