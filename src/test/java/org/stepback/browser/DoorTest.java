package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who uses up the guests of an hour shuts out themselves alone.
class DoorTest {
    @Test
    void an_address_has_its_share_and_whom_the_lab_knows_comes_in_always() {
        try (LabServer lab = LabServer.fresh("--stepback.guests-per-hour-and-address=1");
                BrowserContext known = Browser.wide();
                BrowserContext stranger = Browser.wide()) {
            Page first = known.newPage();
            NotebookPage.enter(first, lab);

            Page second = stranger.newPage();
            second.navigate(lab.url("/enter"));
            second.locator(".door-card button").click();
            assertThat(second.locator(".door-notice")).containsText("Please try again later.");

            List<Cookie> kept = known.cookies().stream()
                    .filter(cookie -> !cookie.name.equals("JSESSIONID"))
                    .toList();
            known.clearCookies();
            known.addCookies(kept);
            first.navigate(lab.url("/exercise/lessons-network"));
            assertThat(first.locator("h1")).isVisible();
            assertThat(first.locator(".door-card")).hasCount(0);
        }
    }

    @Test
    void a_course_whose_files_have_mistakes_says_that_a_part_is_missing(@TempDir Path course) throws IOException {
        Path broken = Files.createDirectory(course.resolve("broken"));
        Files.writeString(broken.resolve("exercise.md"), "---\ntitle: Broken\n---\n\n```data d\nsamples: many\n```\n");
        try (LabServer lab = LabServer.fresh("--stepback.exercises=" + course);
                BrowserContext person = Browser.wide()) {
            Page page = person.newPage();
            NotebookPage.enter(page, lab);
            assertThat(page.locator(".door-notice")).containsText("A part of this course can't be shown");
        }
    }
}
