package org.stepback.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.stepback.browser.LabServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Nobody fills the memory with pages.
class OpenPagesTest {
    private static final String GO = """
            {"csrfToken": "%s", "rpc": [{"type": "event", "node": 1, "event": "ui-navigate", "data": {
            "route": "playground", "query": "run=no", "appShellTitle": "", "historyState": {"idx": 0}, "trigger": ""}}],
            "syncId": 0, "clientId": 0}""";

    @Test
    void two_hundred_pages_of_one_browser_leave_the_last_twenty() throws Exception {
        try (LabServer lab = LabServer.fresh();
                HttpClient visitor = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .build()) {
            int first = open(lab, visitor);
            for (int i = 1; i < 199; i++) {
                open(lab, visitor);
            }
            int last = open(lab, visitor);

            Awaitility.await().until(() -> figure(lab, visitor, "stepback_pages") <= 20);
            assertThat(figure(lab, visitor, "stepback_playgrounds")).isLessThanOrEqualTo(20);
            assertThat(figure(lab, visitor, "stepback_limits_hit_total{limit=\"pages\"}"))
                    .isEqualTo(180);
            assertThat(heartbeat(lab, visitor, first)).isNotEqualTo(200);
            assertThat(heartbeat(lab, visitor, last)).isEqualTo(200);
        }
    }

    /// Opens a page as a browser does.
    ///
    /// @return its number
    private static int open(LabServer lab, HttpClient visitor) throws IOException, InterruptedException {
        JsonNode page = JsonMapper.shared()
                .readTree(send(
                                visitor,
                                HttpRequest.newBuilder(
                                        URI.create(lab.url("/?v-r=init&location=playground&query=run%3Dno"))))
                        .body())
                .path("appConfig");
        int number = page.path("v-uiId").asInt();
        String token = page.at("/uidl/Vaadin-Security-Key").asString();
        HttpResponse<String> shown = send(
                visitor,
                HttpRequest.newBuilder(URI.create(lab.url("/?v-r=uidl&v-uiId=" + number)))
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(GO.formatted(token))));
        assertThat(shown.body()).contains("Playground · Stepback");
        return number;
    }

    private static int heartbeat(LabServer lab, HttpClient visitor, int page) throws IOException, InterruptedException {
        return send(
                        visitor,
                        HttpRequest.newBuilder(URI.create(lab.url("/?v-r=heartbeat&v-uiId=" + page)))
                                .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode();
    }

    private static double figure(LabServer lab, HttpClient visitor, String name)
            throws IOException, InterruptedException {
        return send(visitor, HttpRequest.newBuilder(URI.create(lab.managementUrl("/prometheus"))))
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static HttpResponse<String> send(HttpClient visitor, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return visitor.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
