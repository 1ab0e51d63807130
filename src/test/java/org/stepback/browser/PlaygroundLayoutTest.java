package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The Playground fits its window, and shows what its link says")
class PlaygroundLayoutTest {
    private final LabServer lab = LabServer.shared();

    @ParameterizedTest(name = "{0} pixels wide")
    @DisplayName("More and Share fit the window; Esc and a press elsewhere shut them and give their focus back")
    @ValueSource(ints = {1440, 1024, 390})
    void panels(int width) {
        try (BrowserContext person = Browser.open(width, 900, ColorScheme.LIGHT)) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "");
            Page page = playground.page();
            for (String name : new String[] {"More", "Share"}) {
                Locator opener = opener(page, name);
                Locator panel = page.locator(".pg-more[open] .pg-more-panel");
                opener.click();
                assertThat(panel).isVisible();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isTrue();
                panel.locator("input, select").first().focus();
                page.keyboard().press("Escape");
                assertThat(panel).hasCount(0);
                assertThat(opener).isFocused();
                opener.click();
                page.locator("#pg-network-title").click();
                assertThat(panel).hasCount(0);
                assertThat(opener).isFocused();
                opener.click();
                playground.button("Step").click();
                assertThat(panel).hasCount(0);
                assertThat(playground.button("Step")).isFocused();
            }
        }
    }

    @Test
    @DisplayName("A lecturer's link shows what it names, and nothing that is empty")
    void shown() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = open(person.newPage(), "?show=play,lr,reset&run=no");
            Page page = playground.page();
            assertThat(playground.button("Look inside a step")).hasCount(0);
            assertThat(opener(page, "Share")).isHidden();
            assertThat(opener(page, "More")).isHidden();
            assertThat(page.locator("#pg-data-title")).hasCount(0);
            assertThat(page.locator("sb-pg-inspector")).not().containsText("change its numbers");
            assertThat(page.locator("[data-control]:visible")).hasCount(1);
            assertThat(playground.button("Play")).isVisible();
        }
    }

    @Test
    @DisplayName("Share hides what it is told to, itself too, once it is shut")
    void hides() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "");
            Page page = playground.page();
            Locator inside = playground.button("Look inside a step");
            assertThat(inside).isVisible();
            opener(page, "Share").click();
            page.getByLabel("Look inside a step").uncheck();
            page.getByLabel("Share menu").uncheck();
            playground.awaitLink("hide=inside,share&run=no");
            assertThat(inside).isHidden();
            assertThat(page.getByLabel("Share menu")).isVisible();
            page.keyboard().press("Escape");
            assertThat(opener(page, "Share")).isHidden();
        }
    }

    @Test
    @DisplayName("A step can be looked into from the first screen, and below are five things to try at a press")
    void invites() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "");
            Page page = playground.page();
            Locator inside = playground.button("Look inside a step");
            assertThat(inside).isInViewport();
            playground.button("Step").click();
            inside.click();
            assertThat(page.locator(".walk-drawer sb-walk")).isVisible();
            inside.click();
            assertThat(page.locator(".walk-drawer sb-walk")).hasCount(0);

            assertThat(page.locator(".pg-figures button")).hasCount(5);
            playground.button("Give one unit the disc").click();
            playground.awaitLink("hidden=none");
            assertThat(playground.button("Pause")).isInViewport();
        }
    }

    @Test
    @DisplayName("The largest network fits beside its output; on a phone a sentence says that there is more")
    void largest() {
        String link = "?hidden=" + String.join(",", Collections.nCopies(10, "16relu"));
        try (BrowserContext person = Browser.wide()) {
            Page page = PlaygroundPage.waiting(person.newPage(), lab, link).page();
            assertThat(page.locator("[data-place='10.0']")).isVisible();
            assertThat((Boolean) page.evaluate(
                            "(e => e.scrollWidth <= e.clientWidth)(document.querySelector('.pg-diagram-scroll'))"))
                    .isTrue();
            assertThat(page.locator(".pg-sideways")).hasCount(0);
        }
        try (BrowserContext person = Browser.open(390, 844, ColorScheme.LIGHT)) {
            Page page = PlaygroundPage.waiting(person.newPage(), lab, link).page();
            assertThat(page.locator(".pg-sideways")).isVisible();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0} × {1}")
    @DisplayName("The panel of a unit covers no unit, and its buttons stand in one line")
    @CsvSource({"1440, 900", "1024, 800", "390, 844"})
    void unit_panel(int width, int height) {
        try (BrowserContext person = Browser.open(width, height, ColorScheme.LIGHT)) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "");
            Page page = playground.page();
            playground.unit(0, 0).click();
            assertThat(page.locator(".pg-inspect"))
                    .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
            assertThat(playground.unit(0, 0)).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
            BoundingBox lowest = playground.button("Input cos x₂").boundingBox();
            assertThat(page.locator(".pg-inspect").boundingBox().y).isGreaterThanOrEqualTo(lowest.y + lowest.height);
            assertThat(playground.button("Close").boundingBox().y)
                    .isEqualTo(playground.button("Freeze unit").boundingBox().y);
        }
    }

    @Test
    @DisplayName("A link opens in the open page, where what was kept stays, and Back leads back")
    void link_in_an_open_page() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.open(person.newPage(), lab, "?lr=0.1");
            Page page = playground.page();
            page.getByText("Compare runs").click();
            playground.button("Keep this run").click();
            assertThat(page.locator(".pg-lane h4")).hasText("lr=0.1");

            page.evaluate("location.hash = '#activation=relu&dataset=spiral&networkShape=3'");
            assertThat(playground.figure("layers")).hasText("1 hidden layer");
            playground.awaitLink("data=spiral&hidden=3relu");
            page.evaluate("location.hash = '#data=xor&hidden=2tanh,2tanh,2tanh&run=no'");
            assertThat(playground.figure("layers")).hasText("3 hidden layers");
            playground.awaitLink("data=xor&hidden=2tanh,2tanh,2tanh&run=no");
            playground.button("Step").click();
            assertThat(playground.figure("epoch")).hasText("1");

            page.goBack();
            playground.awaitLink("data=spiral&hidden=3relu");
            assertThat(playground.figure("layers")).hasText("1 hidden layer");
            assertThat(playground.button("Pause")).isVisible();
            page.goBack();
            playground.awaitLink("lr=0.1");
            assertThat(playground.control("lr")).hasValue("0.1");
            assertThat(playground.figure("layers")).hasText("2 hidden layers");

            playground.pick("lr", "1");
            playground.awaitLink("lr=1");
            playground.button("Use lr=0.1").click();
            playground.awaitLink("lr=0.1");
            assertThat(page.locator(".pg-lane")).hasCount(1);
        }
    }

    @Test
    @DisplayName("Over a table of numbers the page says what a stroke does")
    void paints_over_numbers() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?data=own");
            Page page = playground.page();
            assertThat(page.locator(".pg-paint")).containsText("Paint on the plane with a class:");
            page.locator("input[type=file][accept*=csv]")
                    .setInputFiles(new FilePayload(
                            "t.csv", "text/csv", "a,b,c\n1,1,0.5\n-4,4,0.25\n".getBytes(StandardCharsets.UTF_8)));
            assertThat(page.locator(".pg-paint")).containsText("These points have numbers.");
        }
    }

    /// One that has no Step to wait for.
    private PlaygroundPage open(Page page, String link) {
        page.navigate(lab.url("/playground" + link));
        page.locator(".pg-unit").first().waitFor();
        return new PlaygroundPage(page);
    }

    private static Locator opener(Page page, String name) {
        return page.locator(".pg-more > summary", new Page.LocatorOptions().setHasText(name));
    }
}
