package org.stepback.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.AutoCloseableSoftAssertions;
import org.junit.jupiter.api.Test;
import org.stepback.browser.LabServer;

/// A damaged request costs the log one line at most.
class MalformedTest {
    private static final List<String> REQUESTS = List.of(
            "NONSENSE",
            "GET /%zz HTTP/1.1",
            "GET /enter HTTP/9.9",
            "GET /enter HTTP/1.1\nContent-Length: many",
            "GET /enter HTTP/1.1\nCookie: stepback-guest=%%%; JSESSIONID=../../x",
            "GET /enter HTTP/1.1\nCookie: stepback-guest=" + "QUFB".repeat(500),
            "GET /enter HTTP/1.1\nX-Long: " + "x".repeat(20_000),
            "GET /VAADIN/dynamic/resource/999/abc/x HTTP/1.1",
            "GET /VAADIN/build/../../application.properties HTTP/1.1",
            "GET /VAADIN/push?v-r=push&v-uiId=zero HTTP/1.1\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: x",
            "GET /?v-r=init HTTP/1.1",
            "GET /?v-r=nothing HTTP/1.1",
            "GET /?v-r=heartbeat&v-uiId=x HTTP/1.1",
            "GET /playground?data=%E0%A4%A HTTP/1.1",
            "GET //evil.example HTTP/1.1",
            "GET /exercise/;a=b HTTP/1.1",
            "GET /exercise/%2e%2e/x HTTP/1.1",
            "DELETE /enter HTTP/1.1",
            "TRACE /enter HTTP/1.1",
            "POST /?v-r=uidl&v-uiId=0 HTTP/1.1\nContent-Length: 1\n\n{",
            "POST /?v-r=uidl&v-uiId=9999999999 HTTP/1.1\nContent-Length: 2\n\n{}",
            "POST /saves/x HTTP/1.1\nContent-Type: application/json\nContent-Length: 3\n\n[[[",
            "POST /enter/guest HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 5\n\n_csrf",
            "POST /enter/guest HTTP/1.1\nContent-Type: text/html; charset=nothing\nContent-Length: 1\n\nx",
            "POST /VAADIN/dynamic/resource/1/x/upload HTTP/1.1\nTransfer-Encoding: chunked\n\nzz");

    @Test
    void no_damaged_request_leaves_a_stack_trace_or_more_than_a_line() throws IOException {
        try (LabServer lab = LabServer.fresh();
                AutoCloseableSoftAssertions softly = new AutoCloseableSoftAssertions()) {
            for (String request : REQUESTS) {
                int before = lab.log().length();
                String status = answer(lab, request);
                String said = lab.log().substring(before);
                softly.assertThat(status).as(request).doesNotStartWith("HTTP/1.1 500");
                softly.assertThat(said.lines()).as(request + "\n" + said).hasSizeLessThanOrEqualTo(1);
            }
            assertThat(answer(lab, "GET /enter HTTP/1.1")).startsWith("HTTP/1.1 200");
        }
    }

    private static String answer(LabServer lab, String request) throws IOException {
        String[] parts = request.split("\n\n", 2);
        try (Http visitor = Http.to(lab)) {
            visitor.send(parts[0] + "\nConnection: close");
            if (parts.length > 1) {
                visitor.write(parts[1].getBytes(StandardCharsets.UTF_8));
            }
            return visitor.status();
        }
    }
}
