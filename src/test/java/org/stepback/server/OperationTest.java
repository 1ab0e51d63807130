package org.stepback.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.browser.LabServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An operator asks a running lab for its health and its figures, at a port that its visitors do not reach.
class OperationTest {
    private final LabServer lab = LabServer.shared();

    @Test
    void its_health_names_the_version_the_database_the_disk_and_the_runs() throws Exception {
        Awaitility.await("the lab has begun")
                .until(() -> get(lab.managementUrl("/health")).statusCode() == 200);
        HttpResponse<String> answer = get(lab.managementUrl("/health"));
        JsonNode health = JsonMapper.shared().readTree(answer.body());
        assertThat(health.at("/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/db/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/diskSpace/details/free").asLong()).isPositive();
        assertThat(health.at("/components/diskSpace/details/path").asString()).endsWith("/data");
        JsonNode details = health.at("/components/lab/details");
        assertThat(details.at("/version").asString()).isEqualTo("development");
        assertThat(details.at("/draining").asBoolean(true)).isFalse();
        assertThat(details.at("/runsInTraining").isInt()).isTrue();
        assertThat(details.at("/stepsPerSecond").isNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stepback_runs_training",
                "stepback_runs_memory",
                "stepback_steps_per_second",
                "stepback_pages",
                "stepback_playgrounds",
                "stepback_gradings_waiting",
                "stepback_info{version=\"development\"}",
                "jvm_memory_used_bytes{area=\"heap\"",
                "hikaricp_connections_active"
            })
    void its_figures_are_there_from_the_start(String name) throws Exception {
        assertThat(get(lab.managementUrl("/prometheus")).body().lines())
                .anyMatch(line -> line.startsWith(name) && line.matches(".* [0-9.E-]+"));
    }

    @Test
    void a_limit_that_is_hit_is_counted() throws Exception {
        double before = counted("content too large");
        try (Http visitor = Http.to(lab)) {
            visitor.send("POST /enter/guest HTTP/1.1\nContent-Length: 200000000");
            assertThat(visitor.status()).contains("413");
        }
        assertThat(counted("content too large")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/prometheus", "/backup", "/actuator", "/actuator/health"})
    void its_visitors_see_none_of_it(String path) throws Exception {
        HttpResponse<String> answer = get(lab.url(path));
        assertThat(answer.body()).doesNotContain("diskSpace", "jvm_memory", "_links");
        assertThat(answer.statusCode()).isIn(302, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/env", "/beans", "/heapdump", "/loggers", "/configprops", "/shutdown", "/threaddump"})
    void no_more_is_shown_than_was_chosen(String path) throws Exception {
        assertThat(get(lab.managementUrl(path)).statusCode()).isNotEqualTo(200);
    }

    @Test
    void a_lab_that_ends_says_so_while_it_answers_what_it_was_asked_before() throws Exception {
        try (LabServer ending = LabServer.fresh();
                Http visitor = Http.to(ending)) {
            Awaitility.await("the lab has begun")
                    .until(() -> get(ending.managementUrl("/health")).statusCode() == 200);
            visitor.send("POST /saves/lessons-network HTTP/1.1\nContent-Type: application/json\nContent-Length: 100");
            ending.askToEnd();
            Awaitility.await()
                    .until(() -> get(ending.managementUrl("/health")).body().contains("\"draining\":true"));
            assertThat(get(ending.managementUrl("/health")).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void its_log_is_lines_of_json_where_that_is_set() {
        try (LabServer structured = LabServer.fresh("--logging.structured.format.console=ecs")) {
            assertThat(structured.log().lines().filter(line -> !line.startsWith("WARNING: Using incubator")))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(JsonMapper.shared()
                                    .readTree(line)
                                    .at("/log/level")
                                    .asString())
                            .isNotEmpty());
        }
    }

    private double counted(String limit) throws Exception {
        String name = "stepback_limits_hit_total{limit=\"" + limit + "\"} ";
        return get(lab.managementUrl("/prometheus"))
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
