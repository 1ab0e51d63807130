package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A student follows one weight from the data to its new value, forward and back")
class TraceWalkTest {
    @Test
    void a_weight_from_the_data_to_its_new_value() {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage.open(page, lab, "one-step");
            Locator walk = page.locator("#cell-walk sb-walk");

            assertThat(stage(walk)).hasText("Input");
            walk.locator(".walk-inside").focus();
            page.keyboard().press("ArrowRight");
            assertThat(stage(walk)).hasText("Multiply and add, layer 1");
            assertThat(number(walk, 0, 1, 0)).hasText("0.2500");
            number(walk, 0, 1, 0).click();
            assertThat(walk.locator(".walk-formula output")).hasText("0.2500");

            walk.locator(".walk-part").getByText("Gradients").click();
            assertThat(stage(walk)).hasText("Gradients, layer 1");
            assertThat(walk.locator(".walk-formula output")).hasText("3.144");
            triesItOut(walk);
            looksAtTheNetwork(page, walk);
            followsTheChain(walk);
            walk.locator(".walk-part").getByText("Update").click();
            assertThat(walk.locator(".walk-formula output")).hasText("0.09280");
            walk.locator(".walk-part").getByText("Repeat").click();
            assertThat(walk.locator(".walk-words")).containsText("With the new weights it is");

            goesToOtherSteps(page, walk);
        }
    }

    /// Changes a weight, checks its gradient, and those of the whole network.
    private static void triesItOut(Locator walk) {
        walk.locator(".walk-nudge input").fill("0.35");
        Locator bars = walk.locator(".walk-bars li");
        assertThat(bars).hasCount(4);
        assertThat(bars.nth(1).locator("output")).hasText("+0.2000");
        assertThat(bars.nth(3).locator("output")).hasText("+0.3288");
        assertThat(walk.locator(".walk-nudge .walk-product")).containsText("3.144. Times +0.1000: +0.3144");
        walk.locator("summary").getByText("All that moves").click();
        Locator moves = walk.locator(".walk-moves tbody");
        assertThat(moves.nth(0).locator("tr").nth(2)).containsText("−0.4300");
        assertThat(moves.nth(1).locator("tr").nth(1)).containsText("3.432");
        Locator buttons = walk.locator(".walk-checks button");
        buttons.nth(0).click();
        assertThat(walk.locator(".walk-secant p b").first()).hasText("3.144");
        assertThat(walk.locator(".walk-secant svg")).containsText("the weight w₂₁ of layer 1");
        assertThat(walk.locator(".walk-secant svg")).containsText("loss L");
        buttons.nth(1).click();
        assertThat(walk.locator(".walk-checks p")).containsText("All 9 gradients checked");
    }

    /// The picture of the network: its units answer the pointer and the keyboard.
    private static void looksAtTheNetwork(Page page, Locator walk) {
        Locator network = walk.locator("sb-network");
        assertThat(network.locator(".unit")).hasCount(5);
        assertThat(network.locator(".flow.back")).hasCount(4);
        assertThat(network.locator(".number").nth(3)).hasText("1.572");
        assertThat(network.locator(".link-number").nth(2)).hasText("3.144");
        network.locator(".unit").nth(0).focus();
        page.keyboard().press("ArrowRight");
        assertThat(network.locator("output")).containsText("unit 1 of Layer 1: z 0.7500");
        page.keyboard().press("ArrowDown");
        assertThat(network.locator("output")).containsText("unit 2 of Layer 1: z 1.350");
        network.getByText("heat map").click();
        assertThat(network.locator("image")).hasCount(5);
    }

    private static void followsTheChain(Locator walk) {
        Locator factors = walk.locator(".walk-parts .walk-number");
        assertThat(factors).hasCount(2);
        assertThat(factors.nth(0).locator(".walk-value")).hasText("1.572");
        assertThat(factors.nth(1).locator(".walk-value")).hasText("2.000");
        factors.nth(0).click();
        assertThat(walk.locator(".walk-formula output")).hasText("1.572");
        Locator crumbs = walk.locator(".walk-crumbs button");
        factors.nth(0).click();
        assertThat(crumbs).hasCount(3);
        factors.nth(1).click();
        assertThat(walk.locator(".walk-formula output")).hasText("−2.620");
        assertThat(crumbs).hasCount(4);
        crumbs.nth(0).click();
        assertThat(walk.locator(".walk-formula output")).hasText("3.144");
    }

    private static void goesToOtherSteps(Page page, Locator walk) {
        walk.locator(".walk-inside").focus();
        page.keyboard().press("PageDown");
        assertThat(step(walk)).hasText("2");
        page.keyboard().press("ArrowLeft");
        assertThat(stage(walk)).hasText("Update, layer 2");
        page.keyboard().press("PageDown");
        page.keyboard().press("PageUp");
        page.keyboard().press("End");
        assertThat(step(walk)).hasText("24");
        page.keyboard().press("Home");
        assertThat(step(walk)).hasText("1");
        Locator slider = walk.locator(".walk-steps input");
        slider.fill("24");
        assertThat(step(walk)).hasText("24");
        walk.locator(".walk-part").getByText("Input").click();
        assertThat(number(walk, 0, 0, 0)).hasText("0");
        assertThat(number(walk, 1, 0, 0)).hasText("0.5000");
    }

    @Test
    void picture_formula_and_numbers_are_in_sight_together() {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.open(1440, 900, ColorScheme.LIGHT)) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage.open(page, lab, "one-step");
            Locator walk = page.locator("#cell-walk sb-walk");
            for (String name : List.of("Multiply and add", "Gradients")) {
                walk.locator(".walk-part").getByText(name).click();
                assertThat(stage(walk)).hasText(Pattern.compile(name + ".*"));
                assertThat(walk.locator("sb-network"))
                        .hasAttribute("numbers", name.equals("Gradients") ? "backward" : "forward");
                walk.locator(".walk-rail").evaluate("rail => scrollBy(0, rail.getBoundingClientRect().top - 120)");
                for (String part : List.of("sb-network", ".walk-formula", ".walk-grids")) {
                    BoundingBox box = walk.locator(part).boundingBox();
                    assertThat(box.y).as(name + ": " + part).isGreaterThanOrEqualTo(100);
                    assertThat(box.y + box.height).as(name + ": " + part).isLessThanOrEqualTo(820);
                }
                assertThat(walk.locator(".walk-scatter svg")).isHidden();
            }
        }
    }

    @Test
    void a_weight_is_nudged_by_the_keyboard() {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage.open(page, lab, "one-step");
            Locator walk = page.locator("#cell-walk sb-walk");
            walk.locator(".walk-choice").selectOption("w:0:kernel:1:0");
            Locator slider = walk.locator(".walk-nudge input");
            assertThat(slider).hasAttribute("aria-label", "Change the weight w₂₁ of layer 1");
            Locator loss = walk.locator(".walk-bars output").last();
            assertThat(loss).hasText("+0.1608"); // 1.37² − 1.31²
            slider.focus();
            page.keyboard().press("ArrowRight");
            assertThat(walk.locator(".walk-bars output").first()).hasText("+0.05500");
            assertThat(loss).hasText("+0.1773");
            walk.locator(".walk-nudge").getByText("Put it back").click();
            assertThat(loss).hasText("0");
        }
    }

    @Test
    void the_drawer_of_a_run_does_not_disturb_it() {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.open(390, 844, ColorScheme.DARK)) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage notebook = NotebookPage.open(page, lab, "lessons-network");
            notebook.type("fit", "epochs", "20");
            Locator cell = notebook.cell("fit");
            notebook.press(cell, "Step");
            assertThat(notebook.figure("fit", "Step")).hasText(Pattern.compile("1 of 200"));
            notebook.press(cell, "Look inside a step");
            Locator walk = cell.locator("sb-walk");
            assertThat(step(walk)).hasText("1");
            walk.locator(".walk-inside").focus();
            page.keyboard().press("PageDown");
            assertThat(step(walk)).hasText("2");
            assertThat(notebook.figure("fit", "Step")).hasText(Pattern.compile("1 of 200"));

            notebook.press(cell, "Resume");
            assertThat(notebook.runState("fit")).hasText("Done");
            assertThat(step(walk)).hasText("2");
            notebook.press(cell, "To the latest step");
            assertThat(step(walk)).hasText("200");
            assertThat(walk.evaluate("walk => walk.getBoundingClientRect().right <= innerWidth"
                            + " && walk.scrollWidth <= walk.clientWidth"))
                    .as("it fits a phone")
                    .isEqualTo(true);
            assertThat(walk.locator("sb-network").boundingBox().y)
                    .isLessThan(walk.locator(".walk-formula").boundingBox().y);
            assertThat(walk.locator(".walk-formula").boundingBox().y)
                    .isLessThan(walk.locator(".walk-grids").boundingBox().y);
            walk.locator(".walk-part").getByText("Repeat").click();
            assertThat(stage(walk)).hasText("Repeat");
            assertThat(walk.locator(".walk-rail").evaluate("rail => rail.scrollLeft > 0"))
                    .as("the rail follows to its end")
                    .isEqualTo(true);
            assertThat(walk.locator(".walk-scatter svg")).isHidden();
            walk.locator(".walk-scatter summary").click();
            assertThat(walk.locator(".walk-scatter svg")).isVisible();
            assertThat(walk.locator(".walk-scatter").boundingBox().y)
                    .as("no scatter plot stands between the formula and its numbers")
                    .isGreaterThan(walk.locator(".walk-grids").boundingBox().y);
        }
    }

    @Test
    void the_playground_has_the_same_drawer() {
        LabServer lab = LabServer.shared();
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            page.navigate(lab.url("/playground?hidden=3tanh&run=no"));
            Locator drawer = page.locator(".walk-drawer");
            page.locator(".pg-round.stepping").click();
            assertThat(page.locator("[data-figure='epoch']")).hasText("1");
            page.locator(".pg-network-head").getByText("Look inside a step").click();
            Locator walk = drawer.locator("sb-walk");
            assertThat(walk.locator("sb-network .unit")).hasCount(6);
            assertThat(walk.locator(".walk-inside")).isFocused();
            assertThat(walk.locator(".walk-title")).isInViewport();
            walk.locator(".walk-scatter summary").click();
            assertThat(walk.locator(".walk-scatter svg")).containsText("input x₁");
            assertThat(walk.locator(".walk-scatter svg")).containsText("input x₂");
            walk.locator(".walk-part").getByText("Update").click();
            assertThat(walk.locator(".walk-grid")).not().hasCount(0);
            walk.locator(".walk-inside").focus();
            page.keyboard().press("Home");
            assertThat(step(walk)).hasText("1");
        }
    }

    @Test
    void a_stage_arrives_at_once_where_less_motion_is_wanted() {
        try (BrowserContext calm = Browser.calm();
                BrowserContext other = Browser.wide()) {
            Locator still = atTheSums(calm.newPage());
            Locator flowing = atTheSums(other.newPage());
            assertThat(running(flowing)).isEqualTo(4);
            assertThat(flowing.locator("sb-network .tip").first()).hasCSS("display", "none");
            assertThat(running(still)).isZero();
            assertThat(still.locator("sb-network .tip").first()).hasCSS("display", "inline");
        }
    }

    /// Goes to the sums of layer 1, whose inputs flow along four links.
    private static Locator atTheSums(Page page) {
        LabServer lab = LabServer.shared();
        NotebookPage.enter(page, lab);
        NotebookPage.open(page, lab, "one-step");
        Locator walk = page.locator("#cell-walk sb-walk");
        walk.locator(".walk-part").getByText("Multiply and add").click();
        assertThat(stage(walk)).hasText("Multiply and add, layer 1");
        assertThat(walk.locator("sb-network .flow.forward")).hasCount(4);
        assertThat(number(walk, 0, 1, 0)).hasText("0.2500");
        return walk;
    }

    /// How many movements of the picture run.
    private static int running(Locator walk) {
        return (int) walk.locator("sb-network").evaluate("network => network.shadowRoot.getAnimations().length");
    }

    private static Locator stage(Locator walk) {
        return walk.locator(".walk-sliders > .walk-slider b");
    }

    private static Locator step(Locator walk) {
        return walk.locator(".walk-steps b");
    }

    private static Locator number(Locator walk, int grid, int row, int column) {
        return walk.locator(".walk-grid")
                .nth(grid)
                .locator("tbody tr")
                .nth(row)
                .locator("td button")
                .nth(column);
    }
}
