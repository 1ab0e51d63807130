package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/// A person signs out, and neither this browser nor, where they want it, any other opens their work again.
class LeaveTest {
    private final LabServer lab = LabServer.shared();

    private static void leave(Page page, String word) {
        page.locator(".app-bar .person").click();
        page.getByText(word).click();
        assertThat(page.locator(".door-notice")).hasText("You are signed out.");
    }

    private void assertOutside(Page page) {
        page.navigate(lab.url("/exercise/lessons-network"));
        assertThat(page.locator(".door-card")).isVisible();
    }

    @Test
    void who_signs_out_is_unknown_to_this_browser() {
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            leave(page, "Sign out here");
            assertOutside(page);
        }
    }

    @Test
    void on_a_phone_there_is_room_for_it_too() {
        try (BrowserContext person = Browser.open(390, 844, ColorScheme.DARK)) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            assertEquals(390, page.evaluate("document.documentElement.scrollWidth"));
            assertTrue(page.locator(".app-bar").boundingBox().height < 64, "the bar has one row");
            leave(page, "Sign out here");
        }
    }

    @Test
    void texts_that_were_never_saved_leave_the_browser_after_a_warning_and_those_of_others_stay() {
        try (BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            NotebookPage.open(page, lab, "lessons-network");
            String kept = "sb-unsaved:" + page.locator("sb-save-state").evaluate("state => state.owner") + "-2";
            page.evaluate("key => localStorage.setItem(key, '{\"a/b\":{\"text\":\"x\",\"seen\":[]}}')", kept);
            page.evaluate("localStorage.setItem('sb-unsaved:another person', '{}')");

            page.locator(".app-bar .person").click();
            assertThat(page.locator(".unsaved-warning")).containsText("One text that you typed is not saved yet.");
            page.getByText("Sign out here").click();

            assertThat(page.locator(".door-notice")).hasText("You are signed out.");
            page.waitForFunction("key => localStorage.getItem(key) === null", kept);
            assertEquals("{}", page.evaluate("localStorage.getItem('sb-unsaved:another person')"));
        }
    }

    @Test
    void another_browser_with_the_same_cookie_is_signed_out_too() {
        try (BrowserContext one = Browser.wide();
                BrowserContext other = Browser.wide()) {
            Page page = one.newPage();
            NotebookPage.enter(page, lab);
            other.addCookies(one.cookies().stream()
                    .filter(cookie -> cookie.name.equals("stepback-guest"))
                    .toList());
            Page second = other.newPage();
            second.navigate(lab.url("/"));
            assertThat(second.locator(".app-bar .person")).isVisible();
            leave(page, "Sign out everywhere");
            assertThat(second.locator(".door-card")).isVisible(); // an open page goes there by itself
            assertOutside(second);
        }
    }
}
