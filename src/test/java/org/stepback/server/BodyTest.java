package org.stepback.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.browser.LabServer;

/// Nobody makes the lab read more, or wait longer, than a request may have.
class BodyTest {
    private static final String UPLOAD = "/VAADIN/dynamic/resource/1/00000000-0000-0000-0000-000000000000/upload";

    private final LabServer lab = LabServer.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                UPLOAD,
                "/?v-r=uidl&v-uiId=0",
                "/playground?v-uiId=0&v-r=uidl",
                "/saves/lessons-network",
                "/enter/guest",
                "/"
            })
    void a_body_that_says_it_is_too_large_is_refused_before_it_is_sent(String path) throws IOException {
        try (Http visitor = Http.to(lab)) {
            visitor.send("POST " + path + " HTTP/1.1\nContent-Length: 200000000");
            assertThat(visitor.status()).startsWith("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {UPLOAD, "/?v-r=uidl&v-uiId=0", "/saves/lessons-network"})
    void a_body_without_a_length_is_read_up_to_its_bound_and_no_further(String path) throws IOException {
        try (Http visitor = Http.to(lab)) {
            visitor.send("POST " + path + " HTTP/1.1\nTransfer-Encoding: chunked");
            byte[] chunk = chunk(100_000);
            int sent = 0;
            while (sent < 2_000 && visitor.write(chunk)) {
                sent++;
            }
            assertThat(sent).as("chunks of 100,000 bytes").isLessThan(100);
        }
    }

    @Test
    void a_form_with_files_is_refused_whatever_its_length() throws IOException {
        try (Http visitor = Http.to(lab)) {
            visitor.send(
                    "POST " + UPLOAD + " HTTP/1.1\nContent-Type: multipart/form-data; boundary=x\nContent-Length: 5");
            visitor.write("--x--".getBytes());
            assertThat(visitor.status()).startsWith("HTTP/1.1 415");
        }
    }

    @Test
    void a_body_that_trickles_is_given_up() throws IOException {
        try (LabServer hasty = LabServer.fresh("--stepback.body.time=1s");
                Http visitor = Http.to(hasty)) {
            visitor.send("POST /enter/guest HTTP/1.1\nContent-Length: 10000");
            Thread trickle = Thread.ofVirtual().start(() -> trickle(visitor));
            assertThat(visitor.status()).startsWith("HTTP/1.1 408");
            trickle.interrupt();
        }
    }

    private static void trickle(Http visitor) {
        try {
            while (visitor.write(new byte[] {'a'})) {
                Thread.sleep(50); // the fault itself: a byte now and then
            }
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void many_bodies_that_trickle_leave_the_door_open() throws IOException {
        Http[] slow = new Http[300];
        try {
            for (int i = 0; i < slow.length; i++) {
                slow[i] = Http.to(lab).send("POST /enter/guest HTTP/1.1\nContent-Length: 10000");
                slow[i].write(new byte[] {'a'});
            }
            try (Http honest = Http.to(lab)) {
                honest.send("GET /enter HTTP/1.1\nConnection: close");
                assertThat(honest.status()).startsWith("HTTP/1.1 200");
            }
        } finally {
            for (Http each : slow) {
                if (each != null) {
                    each.close();
                }
            }
        }
    }

    private static byte[] chunk(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'a');
        return (Integer.toHexString(length) + "\r\n" + new String(bytes) + "\r\n").getBytes();
    }
}
