package org.stepback.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.browser.LabServer;

/// Every answer bounds what a browser does, and behind a proxy the lab believes that proxy alone.
class HeadersTest {
    private static final String TLS =
            "\nX-Forwarded-Proto: https\nX-Forwarded-Host: lab.example\nX-Forwarded-Port: 443";

    private static LabServer trusting;

    @BeforeAll
    static void start() {
        trusting = LabServer.fresh(
                "--stepback.trusted-proxies=127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|::1", "--server.servlet.context-path=/lab");
    }

    @AfterAll
    static void stop() {
        trusting.close();
    }

    private static String answer(LabServer lab, String head) throws IOException {
        try (Http visitor = Http.to(lab)) {
            return visitor.send(head + "\nConnection: close").head();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/enter",
                "/playground",
                "/nowhere/at/all",
                "/exercise/lessons-network",
                "/VAADIN/nothing",
                "/%zz"
            })
    void every_answer_bounds_what_a_browser_does(String path) throws IOException {
        String head = answer(LabServer.shared(), "GET " + path + " HTTP/1.1");
        assertThat(head)
                .contains("Content-Security-Policy: ")
                .contains("frame-ancestors ")
                .contains("X-Content-Type-Options: nosniff")
                .contains("Referrer-Policy: same-origin")
                .contains("Permissions-Policy: camera=()");
        assertThat(head).doesNotContain("jsessionid", "X-Frame-Options", "Strict-Transport-Security");
    }

    @Test
    void a_refused_body_bounds_what_a_browser_does_too() throws IOException {
        String head = answer(LabServer.shared(), "POST /enter/guest HTTP/1.1\nContent-Length: 900000000");
        assertThat(head).startsWith("HTTP/1.1 413").contains("nosniff").contains("default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /lab/enter/guest HTTP/1.1\nContent-Length: 900000000",
                "GET /lab/VAADIN/push?v-r=push&v-uiId=0 HTTP/1.1\nUpgrade: websocket\nOrigin: http://evil.example",
                "GET /lab/%zz HTTP/1.1"
            })
    void a_refusal_before_the_security_remembers_https_and_is_kept_by_nobody(String request) throws IOException {
        assertThat(answer(trusting, request + TLS))
                .containsPattern("HTTP/1.1 4\\d\\d")
                .contains("Strict-Transport-Security: max-age=31536000")
                .contains("Cache-Control: no-cache, no-store")
                .contains("X-Content-Type-Options: nosniff");
        assertThat(answer(LabServer.shared(), request.replace("/lab/", "/")))
                .doesNotContain("Strict-Transport-Security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/exercise/lessons-network", "/shared/AAAAAAAAAAAAAAAAAAAAAA", "/?v-r=init&location="})
    void what_a_person_sees_is_kept_by_no_cache(String path) throws Exception {
        try (Guest guest = Guest.of(LabServer.shared())) {
            assertThat(guest.get(path).headers().firstValue("Cache-Control").orElse(""))
                    .contains("no-store");
        }
    }

    @Test
    void nobody_is_signed_out_but_by_a_page_of_the_lab() throws Exception {
        try (Guest guest = Guest.of(LabServer.shared())) {
            for (String from : new String[] {"same-site", "cross-site", "none", ""}) {
                HttpRequest.Builder leave = HttpRequest.newBuilder(
                                URI.create(LabServer.shared().url("/leave")))
                        .POST(HttpRequest.BodyPublishers.noBody());
                if (!from.isEmpty()) {
                    leave.header("Sec-Fetch-Site", from);
                }
                assertThat(guest.send(leave).headers().firstValue("Location").orElse(""))
                        .doesNotContain("left");
                assertThat(guest.get("/").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_neighbouring_site_signs_nobody_out() throws IOException {
        String ours = answer(LabServer.shared(), "POST /leave HTTP/1.1\nSec-Fetch-Site: same-site\nContent-Length: 0");
        assertThat(ours).doesNotContain("left");
    }

    @Test
    void a_page_runs_no_script_but_those_of_this_answer() throws IOException {
        String one = answer(LabServer.shared(), "GET /enter HTTP/1.1");
        String other = answer(LabServer.shared(), "GET /enter HTTP/1.1");
        assertThat(one)
                .contains("script-src 'self' 'nonce-")
                .contains("object-src 'none'")
                .contains("base-uri 'self'");
        assertThat(policy(one)).isNotEqualTo(policy(other));
    }

    private static String policy(String head) {
        return head.lines()
                .filter(line -> line.startsWith("Content-Security-Policy: "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void behind_tls_the_cookie_is_secure_and_stays_in_the_lab_and_https_is_remembered() throws IOException {
        String head = answer(trusting, "GET /lab/enter HTTP/1.1" + TLS);
        assertThat(head).containsPattern("Set-Cookie: JSESSIONID=[^;]+; Path=/lab; Secure; HttpOnly; SameSite=Lax");
        assertThat(head).contains("Strict-Transport-Security: max-age=");
    }

    @Test
    void nobody_but_the_proxy_says_where_a_visitor_comes_from() throws IOException {
        String head = answer(LabServer.shared(), "GET /enter HTTP/1.1" + TLS);
        assertThat(head).doesNotContain("Secure").doesNotContain("Strict-Transport-Security");
    }

    @ParameterizedTest
    @CsvSource({"/exercise/lessons-network", "/", "/notebook/none"})
    void redirects_name_no_host(String path) throws IOException {
        String head = answer(LabServer.shared(), "GET " + path + " HTTP/1.1\nX-Forwarded-Host: evil.example");
        assertThat(head).startsWith("HTTP/1.1 302").contains("Location: /enter").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example, 403", "null, 403", "http://localhost.evil.example, 403"})
    void a_page_of_another_site_opens_no_connection(String origin, int status) throws IOException {
        String head = answer(
                LabServer.shared(),
                "GET /VAADIN/push?v-r=push&v-uiId=0 HTTP/1.1\nUpgrade: websocket\nSec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\nOrigin: "
                        + origin);
        assertThat(head).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void texts_are_saved_under_a_path_of_the_lab_s_own() throws IOException {
        String head = answer(
                trusting,
                "POST /lab/saves/lessons-network HTTP/1.1\nContent-Type: application/json\nContent-Length: 0");
        assertThat(head).startsWith("HTTP/1.1 302").contains("Location: /lab/enter"); // known, and closed to strangers
    }
}
