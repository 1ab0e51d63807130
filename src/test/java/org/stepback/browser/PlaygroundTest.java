package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The Playground trains, is edited and shared without signing in")
class PlaygroundTest {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final LabServer lab = LabServer.shared();

    @Test
    @DisplayName("It trains when it is opened, and waits where it was paused: after a reload, and by Share's link")
    void begins() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.open(person.newPage(), lab, "?data=xor");
            Page page = playground.page();
            Awaitility.await("epochs pass").until(() -> playground.epoch() > 20);
            page.getByText("Share", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByLabel("Link")).hasValue(lab.url("/playground?data=xor"));
            playground.button("Pause").click();
            playground.awaitLink("data=xor&run=no");
            page.getByText("Share", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.getByLabel("Link")).hasValue(lab.url("/playground?data=xor&run=no"));
            page.reload();
            assertThat(playground.button("Play")).isVisible();
            playground.button("Step").click();
            assertThat(playground.figure("epoch")).hasText("1");
            assertThat(playground.button("Play")).isVisible();
            playground.button("Play").click();
            playground.awaitLink("data=xor");
            page.reload();
            Awaitility.await("epochs pass").until(() -> playground.epoch() > 0);
        }
    }

    @Test
    @DisplayName("Play, pause, step and reset")
    void trains() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "");
            assertThat(playground.figure("epoch")).hasText("0");
            double before = playground.loss("test");
            playground.button("Play").click();
            Awaitility.await("epochs pass").until(() -> playground.epoch() > 20);
            playground.button("Pause").click();
            assertThat(playground.button("Play")).isVisible();
            assertThat(playground.loss("test")).isLessThan(before);
            long stopped = playground.epoch();
            playground.button("Step").click();
            assertThat(playground.figure("epoch")).hasText("%,d".formatted(stopped + 1));
            playground.pick("opt", "adam");
            playground.awaitLink("opt=adam&run=no");
            playground.button("Step").click();
            assertThat(playground.figure("epoch")).hasText("%,d".formatted(stopped + 2));
            playground.button("Reset").click();
            assertThat(playground.figure("epoch")).hasText("0");
            Awaitility.await("the first weights are back").until(() -> playground.loss("test") == before);
        }
    }

    @Test
    @DisplayName("What is wrong is said beside the losses, and moves nothing")
    void diagnoses() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?lr=10");
            Locator plane = playground.page().locator("sb-pg-output canvas");
            double top = plane.boundingBox().y;
            playground.button("Play").click();
            Locator line = playground.page().locator(".pg-diagnoses summary");
            assertThat(line).containsText("A learning rate that is too large");
            assertThat(plane.boundingBox().y).isEqualTo(top);
            line.click();
            Locator open = playground.page().locator(".pg-diagnoses-open");
            assertThat(open).containsText(Pattern.compile("In step \\d+ the update changed the weights of layer \\d"));
            assertThat(plane.boundingBox().y).isEqualTo(top);
            open.getByText("Lesson: A wrong learning rate").click();
            assertThat(playground.page().getByRole(AriaRole.DIALOG)).containsText("A wrong learning rate");
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("A link of TensorFlow Playground opens with its setup")
    @CsvSource(
            delimiter = '|',
            value = {
                "activation=tanh&batchSize=10&dataset=circle&networkShape=4,2&problem=classification | ''",
                "activation=relu&batchSize=10&dataset=xor&networkShape=3&problem=classification | data=xor&hidden=3relu",
                "activation=tanh&dataset=gauss&networkShape=&learningRate=0.1&problem=classification | data=gauss&hidden=none&lr=0.1",
                "activation=sigmoid&dataset=spiral&noise=10&networkShape=8,8&problem=classification | data=spiral&noise=10&hidden=8sigmoid,8sigmoid",
                "activation=linear&regDataset=reg-plane&networkShape=1&problem=regression | data=plane&hidden=1linear",
                "activation=tanh&regDataset=reg-gauss&networkShape=6&problem=regression&showTestData=true | data=hills&hidden=6tanh&test=yes"
            })
    void tensor_flow_links(String hash, String link) {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.open(person.newPage(), lab, "#" + hash);
            playground.awaitLink(link);
            Awaitility.await("it trains by itself").until(() -> playground.epoch() > 0);
        }
    }

    @Test
    @DisplayName("Every change is in the address, and the address opens the same page")
    void links() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?data=xor&nois=3");
            assertThat(playground.page().locator(".pg-notices")).containsText("no setting “nois”");
            playground.pick("lr", "0.1");
            playground.pick("reg", "l2");
            playground.pick("activation", "relu");
            playground.button("Add a hidden layer").click();
            playground.button("One unit more in hidden layer 3").click();
            playground.button("Input x₁²").click();
            playground.button("Spiral").click();
            playground.awaitLink("data=spiral&inputs=x,y,xx&hidden=4relu,2relu,3relu&lr=0.1&reg=l2&run=no");
            playground.page().reload();
            assertThat(playground.figure("layers")).hasText("3 hidden layers");
            assertThat(playground.control("lr")).hasValue("0.1");
            assertThat(playground.button("Input x₁²")).hasAttribute("aria-pressed", "true");
            assertThat(playground.button("Spiral")).hasAttribute("aria-pressed", "true");
        }
    }

    @Test
    @DisplayName("A weight and the output's bias are typed over, and a frozen one stays")
    void edits() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?hidden=2tanh");
            Page page = playground.page();
            playground.unit(1, 0).click();
            Locator bias = page.getByLabel("Bias", new Page.GetByLabelOptions().setExact(true));
            bias.fill("0.75");
            bias.press("Enter");
            page.getByLabel("Freeze: Bias").click();
            playground.awaitLink("hidden=2tanh&freeze=2.1.b&run=no");
            playground.button("Step").click();
            assertThat(playground.figure("epoch")).hasText("1");
            assertThat(bias).hasValue("0.7500");
            assertThat(page.locator(".pg-formula").first()).containsText("0.750");
        }
    }

    @Test
    @DisplayName("run begins at once, hide leaves controls out, and numbers that explode are explained")
    void runs() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.open(
                    person.newPage(),
                    lab,
                    "?run&data=plane&hidden=4relu,4relu,4relu&lr=100&inputs=x,y,xx&hide=noise,data");
            assertThat(playground.page().locator(".pg-notice.problem"))
                    .containsText("became infinite or is not a number (NaN)");
            assertThat(playground.control("noise")).hasCount(0);
            assertThat(playground.control("batch")).hasCount(1);
            assertThat(playground.page().locator(".pg-thumb")).hasCount(0);
        }
    }

    @ParameterizedTest(name = "{0} pixels wide, {1}")
    @DisplayName("Axe finds nothing serious, and nothing is wider than the window")
    @CsvSource({"1440, LIGHT", "1440, DARK", "1024, LIGHT", "390, LIGHT", "390, DARK"})
    void accessible(int width, ColorScheme scheme) {
        try (BrowserContext person = Browser.open(width, 900, scheme)) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "");
            Page page = playground.page();
            playground.button("Step").click();
            assertThat(playground.figure("epoch")).hasText("1");
            playground.unit(0, 0).click();
            for (Locator panel : page.locator(".pg-more > summary").all()) {
                panel.click();
                assertThat(violations(page)).isEmpty();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("The browser computes what the trainer computes, activation by activation")
    @CsvSource(
            delimiter = '|',
            value = {
                "hidden=3tanh,3relu,3sigmoid,3linear&inputs=x,y,xx,yy,xy,sinx,siny,cosx,cosy",
                "hidden=3leaky_relu,3elu,3selu,3gelu&loss=binary_crossentropy",
                "hidden=3silu,3softplus,3softsign,3mish&data=hills",
                "hidden=4tanh&data=clouds&classes=4",
                "hidden=none&data=plane&inputs=y"
            })
    void same_numbers(String link) {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?init=glorot_normal&" + link);
            playground.button("Step").click();
            assertThat(playground.figure("epoch")).hasText("1");
            ForwardCheck.check(playground.page());
        }
    }

    @Test
    @DisplayName("Own points are painted, undone, trained on, and are in the address")
    void own_points() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "");
            Page page = playground.page();
            playground.button("Own points").click();
            playground.awaitLink("data=own&run=no");
            Locator plane = page.locator("sb-pg-output canvas");
            plane.click(new Locator.ClickOptions().setPosition(100, 100));
            plane.click(new Locator.ClickOptions().setPosition(140, 100));
            playground.button("Class 2").click();
            plane.click(new Locator.ClickOptions().setPosition(100, 220));
            plane.click(new Locator.ClickOptions().setPosition(140, 220));
            plane.click(new Locator.ClickOptions().setPosition(180, 220));
            playground.button("Undo").click();
            page.waitForCondition(() -> playground.link().matches("data=own&points=[A-Za-z0-9_-]{16}&run=no"));
            playground.button("Step").click();
            assertThat(playground.figure("epoch")).hasText("1");
            playground.page().reload();
            assertThat(playground.button("Own points")).hasAttribute("aria-pressed", "true");
            page.locator("input[type=file][accept*=csv]")
                    .setInputFiles(new FilePayload(
                            "t.csv", "text/csv", "a,b,c\n1,1,p\n-4,4,q\n4,-4,r\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(playground.control("problem")).hasValue("classes");
        }
    }

    @Test
    @DisplayName("A table whose first line could be a sample is asked about, and no sample is lost")
    void table_without_names() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?data=own");
            Page page = playground.page();
            load(page, "1,1,0.0\n-4,4,1.0\n4,-4,1.0\n".getBytes(StandardCharsets.UTF_16));
            Locator question = page.locator(".pg-question");
            assertThat(question).containsText("Does this line name the columns, or is it a sample? \"1\" is a number.");
            playground.button("It is a sample").click();
            assertThat(question).hasCount(0);
            page.waitForCondition(() -> playground.link().matches("data=own&points=[A-Za-z0-9_-]{12}.*"));
            assertThat(playground.control("problem")).hasValue("classification");
            load(page, "1,2,y\n1,1,0\n-4,4,1\n".getBytes(StandardCharsets.UTF_8));
            playground.button("It names the columns").click();
            page.waitForCondition(() -> playground.link().matches("data=own&points=[A-Za-z0-9_-]{8}(&.*)?"));
        }
    }

    @Test
    @DisplayName("A table that is not Unicode is refused at its first letter")
    void table_in_another_encoding() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?data=own");
            Page page = playground.page();
            load(page, "x,y,Größe\n1,1,0\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(page.locator(".pg-notices")).containsText("Line 1, column 7: The file must be UTF-8 text");
            load(page, new byte[600_001]);
            assertThat(page.locator(".pg-notices")).containsText("“t.csv” is larger than 600 kB.");
        }
    }

    private static void load(Page page, byte[] table) {
        page.locator("input[type=file][accept*=csv]").setInputFiles(new FilePayload("t.csv", "text/csv", table));
    }

    @Test
    @DisplayName("Runs are compared side by side, and the best value is taken over")
    void compares() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?data=gauss");
            Page page = playground.page();
            page.getByText("Compare runs").click();
            page.getByLabel("Its values, with spaces between").fill("0.0001 0.1");
            page.locator("sb-pg-compare").getByLabel("Epochs").fill("30");
            playground.button("Train side by side").click();
            assertThat(page.locator(".pg-lane")).hasCount(2);
            assertThat(page.locator(".pg-lane.best h4")).hasText("0.1");
            assertThat(page.locator(".pg-lane.best")).containsText("epoch 30, done");
            playground.button("Use 0.1").click();
            playground.awaitLink("data=gauss&lr=0.1&run=no");
            page.getByLabel("Its values, with spaces between").fill("fast");
            playground.button("Train side by side").click();
            assertThat(page.locator(".pg-notices")).containsText("lr must be a number");
        }
    }

    @Test
    @DisplayName("A playground is saved, opened again with its weights, and exported as a program")
    void saves() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?data=xor&hidden=3tanh");
            Page page = playground.page();
            playground.button("Step").click();
            assertThat(playground.figure("epoch")).hasText("1");
            double loss = playground.loss("test");
            page.getByText("Share", new Page.GetByTextOptions().setExact(true)).click();
            Download saved =
                    page.waitForDownload(() -> playground.button("Save").click());
            Download program =
                    page.waitForDownload(() -> playground.button("NumPy").click());
            assertThat(program.suggestedFilename()).isEqualTo("playground-numpy.py");
            playground.page().navigate(lab.url("/playground"));
            assertThat(playground.button("Pause")).isVisible();
            page.locator("input[type=file][accept*=json]").setInputFiles(saved.path());
            playground.awaitLink("data=xor&hidden=3tanh&run=no");
            assertThat(playground.figure("epoch")).hasText("1");
            Awaitility.await("the weights are back").until(() -> playground.loss("test") == loss);
            assertThat(playground.button("Play")).isVisible();
        }
    }

    @Test
    @DisplayName("The keyboard alone trains, goes from unit to unit and types a weight")
    void keyboard() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "");
            Page page = playground.page();
            playground.button("Step").focus();
            page.keyboard().press("Enter");
            assertThat(playground.figure("epoch")).hasText("1");
            playground.unit(0, 0).focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowRight");
            assertThat(playground.unit(1, 1)).isFocused();
            assertThat(page.locator("#pg-output-title")).hasText("Hidden layer 2, unit 2");
            page.keyboard().press("Enter");
            assertThat(page.locator(".pg-formula").first()).containsText(Pattern.compile("z = .*tanh"));
            assertThat(page.locator(".pg-box")).hasCount(5);
        }
    }

    @Test
    @DisplayName("A visitor opens it as a notebook, is let in on the way, and trains on there")
    void opens_as_a_notebook() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?data=xor&hidden=3relu");
            Page page = playground.page();
            page.getByText("Share", new Page.GetByTextOptions().setExact(true)).click();
            playground.button("Open as a notebook").click();
            page.waitForURL(Pattern.compile("/notebook/"));
            var notebook = new NotebookPage(page);
            assertThat(notebook.cell("net")).containsText("Hidden layer 1");
            notebook.press(notebook.cell("fit"), "Run");
            assertThat(notebook.runState("fit")).hasText(Pattern.compile("Done|Running"));
            page.navigate(lab.url("/from-playground"));
            page.waitForURL(Pattern.compile("/$")); // a notebook is made once
            assertThat(page.getByText("From the Playground")).hasCount(1);

            PlaygroundPage.waiting(page, lab, "?data=gauss&hidden=16tanh");
            page.getByText("Share", new Page.GetByTextOptions().setExact(true)).click();
            playground.button("Open as a notebook").click();
            page.waitForURL(Pattern.compile("/notebook/"));
            assertThat(page.locator(".weight-tables")).isVisible();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule ->
                                rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }
}
