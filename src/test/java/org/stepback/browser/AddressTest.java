package org.stepback.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An address that leads nowhere is answered as such, in words.
class AddressTest {
    private final LabServer lab = LabServer.shared();

    @Test
    void pages_that_are_there_answer200_and_others404() {
        try (BrowserContext guest = Browser.wide()) {
            Page page = guest.newPage();
            NotebookPage.enter(page, lab);
            for (String path : new String[] {"/", "/exercise/one-step", "/playground", "/playground?data=xor"}) {
                assertThat(status(page, path)).as(path).isEqualTo(200);
            }
            for (String path : new String[] {
                "/exercise/no-such", "/exercise", "/notebook/no-such", "/shared/no-such", "/nothing", "/nothing/at/all"
            }) {
                assertThat(status(page, path)).as(path).isEqualTo(404);
            }
            page.getByText("New notebook").first().click();
            page.waitForURL("**/notebook/*");
            assertThat(page.reload().status()).isEqualTo(200);
        }
    }

    private int status(Page page, String path) {
        APIResponse response = page.request().get(lab.url(path));
        return response.status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/exercise/%", "/%zz", "/a{b", "/%00", "/..%2f..%2fetc"})
    void a_damaged_address_is_answered_in_plain_words(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("This did not work", "misspelt");
        assertThat(answer).doesNotContain("Tomcat", "Exception", path);
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", lab.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
