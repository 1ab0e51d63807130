package org.stepback.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stepback.browser.LabServer;

/// What an operator reads of attacks: one line each, with the person and the address, and nothing that was sent.
class SecurityLogTest {
    private static LabServer lab;

    @BeforeAll
    static void start() {
        lab = LabServer.fresh();
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    private static String id(Guest guest) {
        return new String(
                        Base64.getDecoder()
                                .decode(guest.cookie("stepback-guest").getValue()),
                        StandardCharsets.UTF_8)
                .split(":")[0];
    }

    @Test
    void a_cookie_that_is_taken_and_one_that_is_not() throws Exception {
        try (Guest guest = Guest.of(lab)) {
            HttpCookie cookie = guest.cookie("stepback-guest");
            guest.keepOnly(cookie);
            assertThat(guest.get("/").statusCode()).isEqualTo(200);
            assertThat(lab.log())
                    .contains("a guest came in (person " + id(guest) + ", address 127.0.0.1)")
                    .contains("a guest came back by the cookie (person " + id(guest) + ", address 127.0.0.1)");
            String secret = cookie.getValue();
            cookie.setValue("x" + secret.substring(1));
            guest.keepOnly(cookie);
            for (int i = 0; i < 3; i++) {
                assertThat(guest.get("/").statusCode()).isEqualTo(302);
                guest.keepOnly(cookie);
            }
            assertThat(lab.log())
                    .containsOnlyOnce("refused: a guest's cookie that is worth nothing (address 127.0.0.1, /)")
                    .doesNotContain(secret.substring(1));
        }
    }

    @Test
    void a_notebook_of_nobody_or_of_another_person_and_a_link_that_is_none() throws Exception {
        String token = "A".repeat(22);
        String notebook = UUID.randomUUID().toString();
        try (Guest guest = Guest.of(lab)) {
            guest.get("/notebook/" + notebook);
            guest.get("/shared/" + token);
            assertThat(lab.log())
                    .contains("refused: a notebook that is none, or another person's (person " + id(guest)
                            + ", address 127.0.0.1, /notebook)")
                    .contains("refused: a link of a shared notebook that is none (person " + id(guest)
                            + ", address 127.0.0.1, /shared)")
                    .doesNotContain(token, notebook);
        }
    }

    @Test
    void a_forged_edit() throws Exception {
        try (Guest guest = Guest.of(lab)) {
            HttpResponse<String> answer = guest.send(
                    HttpRequest.newBuilder(URI.create(lab.url("/saves/learning-rate")))
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "[{\"key\": \"slow/optimizer.*.learning_rate\", \"text\": \"0.5\", \"seen\": [], \"stamp\": \"p.1\"}]")));
            assertThat(answer.body()).contains("refused").contains("locked");
            assertThat(lab.log()).contains("refused: an edit of what the author keeps (person " + id(guest) + ")");
        }
    }

    @Test
    void a_limit_that_a_person_comes_to() throws Exception {
        try (Guest guest = Guest.of(lab)) {
            for (int i = 0; i < 25; i++) {
                guest.show("playground");
            }
            assertThat(lab.log()).containsOnlyOnce("refused: pages (person " + id(guest));
        }
    }
}
