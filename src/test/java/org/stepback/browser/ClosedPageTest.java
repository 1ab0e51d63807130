package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// A person opens more pages than one may have.
class ClosedPageTest {
    @Test
    void the_oldest_page_says_why_it_was_closed_and_comes_back_by_a_press() {
        try (LabServer lab = LabServer.fresh("--stepback.pages.per-person=3");
                BrowserContext person = Browser.wide()) {
            Page first = playground(lab, person);
            Page second = playground(lab, person);
            Page third = playground(lab, person);
            assertThat(closed(first)).hasCount(0);

            Page fourth = playground(lab, person);

            assertThat(closed(first))
                    .containsText("You have opened more than 3 pages of the lab, so this one was closed here."
                            + " All that you saved is safe.");
            first.keyboard().press("Escape");
            first.keyboard().press("Escape");
            assertThat(closed(first)).isVisible();
            assertThat(closed(second)).hasCount(0);

            closed(first).locator("button").click();
            assertThat(shown(first)).isVisible();
            assertThat(closed(first)).hasCount(0);
            assertThat(closed(second)).isVisible();
            assertThat(closed(third)).hasCount(0);
            assertThat(closed(fourth)).hasCount(0);
        }
    }

    private static Page playground(LabServer lab, BrowserContext person) {
        Page page = person.newPage();
        page.navigate(lab.url("/playground?run=no"));
        assertThat(shown(page)).isVisible();
        return page;
    }

    private static Locator shown(Page page) {
        return page.locator(".pg-data button").first();
    }

    private static Locator closed(Page page) {
        return page.locator("dialog.page-closed");
    }
}
