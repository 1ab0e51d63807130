package org.stepback.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.stepback.browser.LabServer;

/// Nobody takes the connections of others.
class ConnectionsTest {
    private static final int MOST = 20;
    /// No connection of the test's own set-up, which may still be open, comes from here.
    private static final String CROWD = "127.0.0.3";
    private static final String BEGUN = "GET /enter HTTP/1.1\r\nX-Part: ";

    @Test
    void an_address_has_so_many_and_others_are_served_meanwhile() throws IOException {
        try (LabServer lab = LabServer.fresh("--stepback.connections-per-address=" + MOST)) {
            List<Http> taken = begin(lab, CROWD, MOST + 30);
            try {
                assertThat(taken.stream().filter(each -> !each.isClosed())).hasSize(MOST);
                assertThat(enter(lab, "127.0.0.2")).startsWith("HTTP/1.1 200");
                assertThat(enter(lab, CROWD)).isEmpty();
            } finally {
                close(taken);
            }
            Awaitility.await("connections that are closed count no more")
                    .until(() -> enter(lab, CROWD).startsWith("HTTP/1.1 200"));
            assertThat(lab.log()).containsOnlyOnce("refused: too many connections (address " + CROWD);
        }
    }

    @Test
    void connections_that_come_and_go_are_not_counted_together() throws IOException {
        try (LabServer lab = LabServer.fresh("--stepback.connections-per-address=" + MOST)) {
            for (int i = 0; i < 3 * MOST; i++) {
                Awaitility.await().until(() -> enter(lab, "127.0.0.2").startsWith("HTTP/1.1 200"));
            }
            assertThat(lab.log()).doesNotContain("too many connections");
        }
    }

    @Test
    void a_trusted_proxy_has_as_many_as_it_needs() throws IOException {
        try (LabServer lab = LabServer.fresh(
                "--stepback.connections-per-address=" + MOST, "--stepback.trusted-proxies=127\\.0\\.0\\.1")) {
            List<Http> taken = begin(lab, "127.0.0.1", 3 * MOST);
            assertThat(taken).noneMatch(Http::isClosed);
            assertThat(enter(lab, "127.0.0.1")).startsWith("HTTP/1.1 200");
            close(taken);
        }
    }

    @Test
    void a_head_that_trickles_is_given_up() throws IOException {
        try (LabServer lab = LabServer.fresh("--stepback.head-time=1s");
                Http visitor = Http.to(lab)) {
            visitor.write(BEGUN.getBytes());
            Awaitility.await("the lab gives it up").until(() -> !visitor.write("x".getBytes()));
            assertThat(lab.log()).contains("refused: a head of a request that takes too long (address 127.0.0.1");
        }
    }

    @Test
    void a_connection_that_is_used_again_and_again_is_not_given_up() throws IOException {
        try (LabServer lab = LabServer.fresh("--stepback.head-time=0s");
                Http visitor = Http.to(lab)) {
            for (int i = 0; i < 5; i++) {
                assertThat(visitor.send("HEAD /VAADIN/nothing HTTP/1.1").head()).startsWith("HTTP/1.1 ");
            }
        }
    }

    private static List<Http> begin(LabServer lab, String address, int count) throws IOException {
        List<Http> begun = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Http visitor = Http.to(lab, address);
            visitor.write(BEGUN.getBytes());
            begun.add(visitor);
        }
        return begun;
    }

    private static void close(List<Http> visitors) throws IOException {
        for (Http visitor : visitors) {
            visitor.close();
        }
    }

    private static String enter(LabServer lab, String address) throws IOException {
        try (Http visitor = Http.to(lab, address)) {
            return visitor.send("GET /enter HTTP/1.1\nConnection: close").status();
        }
    }
}
