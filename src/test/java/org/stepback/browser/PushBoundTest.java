package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A page's open connection takes no more than a message may have.
class PushBoundTest {
    private static final String KEEP_SOCKETS = """
            window.sockets = [];
            window.WebSocket = class extends WebSocket {
                constructor(...all) {
                    super(...all);
                    window.sockets.push(this);
                }
            };""";

    @ParameterizedTest
    @ValueSource(strings = {"'900000000|' + 'a'.repeat(1000)", "'10|' + 'a'.repeat(1000)", "'a'.repeat(1000)"})
    void a_message_that_is_too_long_is_dropped(String message) {
        try (LabServer lab = LabServer.fresh();
                BrowserContext person = Browser.wide()) {
            Page page = send(lab, person, message);
            page.waitForCondition(() -> lab.log().contains("refused: a message of a page"));
            assertThat(page.locator(".pg-data button").first()).isVisible();
        }
    }

    @Test
    void a_message_in_pieces_is_taken_until_it_is_longer_than_it_says() {
        try (LabServer lab = LabServer.fresh();
                BrowserContext person = Browser.wide()) {
            Page page = send(lab, person, "'3000|' + 'a'.repeat(1000)", "'a'.repeat(1000)", "'a'.repeat(1001)");
            page.waitForCondition(() -> lab.log().contains("refused: a message of a page"));
            String figures =
                    person.request().get(lab.managementUrl("/prometheus")).text();
            assertThat(figures.lines().filter(line -> line.contains("limit=\"a message of a page")))
                    .singleElement()
                    .asString()
                    .endsWith(" 1.0");
        }
    }

    private static Page send(LabServer lab, BrowserContext person, String... pieces) {
        Page page = person.newPage();
        page.addInitScript(KEEP_SOCKETS);
        page.navigate(lab.url("/playground?run=no"));
        assertThat(page.locator(".pg-data button").first()).isVisible();
        page.waitForFunction("window.sockets.some(socket => socket.readyState === 1)");
        page.evaluate("window.open1 = window.sockets.find(socket => socket.readyState === 1)");
        for (String piece : pieces) {
            page.evaluate("window.open1.send(" + piece + ")");
        }
        return page;
    }
}
