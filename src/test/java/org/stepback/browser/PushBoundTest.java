package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
            Page page = person.newPage();
            page.addInitScript(KEEP_SOCKETS);
            page.navigate(lab.url("/playground?run=no"));
            assertThat(page.locator(".pg-data button").first()).isVisible();
            page.waitForFunction("window.sockets.some(socket => socket.readyState === 1)");
            page.evaluate("window.sockets.find(socket => socket.readyState === 1).send(" + message + ")");
            page.waitForCondition(() -> lab.log().contains("refused: a message of a page"));
            assertThat(page.locator(".pg-data button").first()).isVisible();
        }
    }
}
