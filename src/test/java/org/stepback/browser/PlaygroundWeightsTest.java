package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In the Playground the numbers of a unit are typed over")
class PlaygroundWeightsTest {
    private final LabServer lab = LabServer.shared();

    @Test
    @DisplayName("What is typed goes to the unit that it was typed for, whatever is pointed at or pressed next")
    void own_unit() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?hidden=3tanh");
            Page page = playground.page();
            Locator title = page.locator("sb-pg-inspector h3");
            Locator box = weight(page, "Weight of x₁");
            playground.unit(0, 1).click();
            assertThat(title).hasText("Hidden layer 1, unit 2");
            String second = box.inputValue();
            playground.unit(0, 0).click();
            assertThat(title).hasText("Hidden layer 1, unit 1");
            box.click();
            page.keyboard().type("2.5");
            playground.unit(0, 1).hover();
            assertThat(page.locator("#pg-output-title")).hasText("Hidden layer 1, unit 2");
            assertThat(title).hasText("Hidden layer 1, unit 1");
            assertThat(box).hasValue("2.5");
            playground.unit(0, 1).click();
            assertThat(title).hasText("Hidden layer 1, unit 2");
            assertThat(box).hasValue(second);
            playground.unit(0, 0).click();
            assertThat(box).hasValue("2.500");
            assertThat(page.locator(".pg-formula").first()).containsText("2.50");
        }
    }

    @Test
    @DisplayName("The panel is in sight, Enter leads into it, Esc and Close lead back, and Esc takes nothing over")
    void keyboard() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?hidden=8tanh,8tanh");
            Page page = playground.page();
            Locator box = weight(page, "Weight of a₁");
            playground.unit(1, 0).focus();
            page.keyboard().press("Enter");
            assertThat(box).isFocused();
            assertThat(page.locator(".pg-inspect"))
                    .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
            String before = box.inputValue();
            page.keyboard().type("7");
            page.keyboard().press("Escape");
            assertThat(playground.unit(1, 0)).isFocused();
            assertThat(page.locator(".pg-box")).hasCount(0);
            page.keyboard().press("Enter");
            assertThat(box).isFocused();
            assertThat(box).hasValue(before);
            playground.button("Close").press("Enter");
            assertThat(playground.unit(1, 0)).isFocused();
        }
    }

    @Test
    @DisplayName("What is no weight stays in its box, and a sentence says what is allowed")
    void bad_weights() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?hidden=3tanh");
            Page page = playground.page();
            playground.unit(0, 0).click();
            Locator box = weight(page, "Weight of x₁");
            int epoch = 0;
            for (String bad : new String[] {"abc", "1e999", "", "99999999999", "−2000000", "1,234"}) {
                box.fill(bad);
                box.press("Enter");
                assertThat(page.locator(".pg-fault")).containsText("type a number from −1,000,000 to 1,000,000");
                assertThat(box).hasAttribute("aria-invalid", "true");
                playground.button("Step").click();
                assertThat(playground.figure("epoch")).hasText("%d".formatted(++epoch));
                assertThat(box).hasValue(bad);
            }
            box.fill("−0,25");
            box.press("Enter");
            assertThat(page.locator(".pg-fault")).hasCount(0);
            playground.button("Reset").focus();
            assertThat(box).hasValue("−0.2500");
        }
    }

    @Test
    @DisplayName("The dot of a bias opens its unit there")
    void bias_dot() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?hidden=3tanh");
            Page page = playground.page();
            for (double outwards : new double[] {2, -2}) { // outside of the unit's square, and within
                playground.unit(0, 2).click(); // which waits until everything has its place
                page.keyboard().press("Escape");
                assertThat(playground.unit(0, 2)).isFocused();
                BoundingBox unit = playground.unit(0, 2).boundingBox();
                page.mouse().click(unit.x - outwards, unit.y + unit.height + outwards);
                assertThat(weight(page, "Bias")).isFocused();
                assertThat(page.locator("sb-pg-inspector h3")).hasText("Hidden layer 1, unit 3");
            }
        }
    }

    @Test
    @DisplayName("A network keeps its last input, and the page says why")
    void last_input() {
        try (BrowserContext person = Browser.wide()) {
            PlaygroundPage playground = PlaygroundPage.waiting(person.newPage(), lab, "?inputs=x");
            playground.button("Input x₁").click();
            Locator notices = playground.page().locator(".pg-notices");
            assertThat(notices).containsText("A network needs an input");
            assertThat(playground.button("Input x₁")).hasAttribute("aria-pressed", "true");
            playground.button("Input x₂").click();
            playground.awaitLink("run=no");
            assertThat(notices).hasCount(0);
        }
    }

    private static Locator weight(Page page, String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }
}
