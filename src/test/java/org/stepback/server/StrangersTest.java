package org.stepback.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stepback.browser.LabServer;

/// Strangers fill neither the memory with sessions nor the time with reading, and who is signed in does not notice.
class StrangersTest {
    private static LabServer lab;

    @BeforeAll
    static void start() {
        lab = LabServer.fresh(
                "--stepback.strangers.sessions-per-address=30", "--stepback.shared.reads-per-minute-and-address=5");
    }

    @AfterAll
    static void stop() {
        lab.close();
    }

    @Test
    void visits_without_a_cookie_leave_so_many_sessions_and_everybody_signed_in() throws Exception {
        try (Guest guest = Guest.of(lab)) {
            for (int i = 0; i < 200; i++) {
                try (Http stranger = Http.to(lab)) {
                    String head = stranger.send("GET /enter HTTP/1.1\nConnection: close")
                            .head();
                    assertThat(head).startsWith("HTTP/1.1 200").contains("JSESSIONID");
                }
            }
            assertThat(guest.figure("stepback_sessions_strangers")).isBetween(1.0, 30.0);
            HttpCookie known = guest.cookie("stepback-guest");
            guest.keepOnly(guest.cookie("JSESSIONID"));
            assertThat(guest.get("/").statusCode()).isEqualTo(200);
            guest.keepOnly(known);
            assertThat(guest.get("/").statusCode()).isEqualTo(200);
            try (Guest another = Guest.of(lab)) {
                assertThat(another.get("/").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void who_reads_too_often_waits_a_minute_and_who_is_signed_in_reads() throws Exception {
        String link = "shared/" + "x".repeat(22);
        try (Guest stranger = Guest.stranger(lab);
                Guest guest = Guest.of(lab)) {
            for (int i = 0; i < 5; i++) {
                assertThat(stranger.get("/" + link).statusCode()).isEqualTo(404);
                assertThat(stranger.show(link)).contains("There is no such page");
            }
            HttpResponse<String> refused = stranger.get("/" + link);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("Please try again in a minute");
            assertThat(refused.headers().firstValue("Retry-After")).contains("60");
            assertThat(stranger.show(link)).contains("Please try again in a minute");

            assertThat(guest.get("/" + link).statusCode()).isEqualTo(404);
            assertThat(guest.show(link)).contains("There is no such page");
            guest.keepOnly(guest.cookie("stepback-guest"));
            assertThat(guest.get("/" + link).statusCode()).isEqualTo(404);
        }
        assertThat(lab.log())
                .contains("refused: a link of a shared notebook that is none (address 127.0.0.1")
                .contains("refused: too many shared notebooks of one minute (address 127.0.0.1, /shared)");
    }
}
