package org.stepback.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stepback.browser.LabServer;
import org.stepback.storage.TestDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

@DisplayName("The containers are closed by default")
class ContainerTest {
    private static final String PATCH = "[a-z-]+:\\d+\\.\\d+(\\.\\d+)?([_-][\\w-]+)?";

    private final JsonNode compose = new YAMLMapper().readTree(Path.of("docker-compose.yml"));

    @Test
    void no_password_stands_in_the_file() throws IOException {
        assertThat(Files.readString(Path.of("docker-compose.yml")))
                .containsPattern("POSTGRES_PASSWORD: \\$\\{STEPBACK_DB_PASSWORD:\\?")
                .doesNotContainPattern("PASSWORD:-");
    }

    @Test
    void every_image_is_named_by_its_patch() throws IOException {
        for (JsonNode service : compose.at("/services")) {
            if (service.has("image")) {
                assertThat(service.get("image").asString()).matches(PATCH);
            }
        }
        assertThat(Pattern.compile("(?m)^FROM (\\S+)")
                        .matcher(Files.readString(Path.of("Dockerfile")))
                        .results())
                .hasSize(2)
                .allSatisfy(from -> assertThat(from.group(1)).matches(PATCH));
    }

    @Test
    void the_database_is_on_the_inner_network_alone() {
        JsonNode database = compose.at("/services/database");
        assertThat(database.get("networks").toString()).isEqualTo("[\"inner\"]");
        assertThat(database.has("ports")).isFalse();
        assertThat(compose.at("/networks/inner/internal").asBoolean()).isTrue();
    }

    @Test
    void the_lab_s_user_of_the_database_owns_its_own_database_alone() throws IOException {
        JsonNode database = compose.at("/services/database");
        assertThat(database.get("environment").has("POSTGRES_USER")).isFalse();
        assertThat(database.get("volumes").toString())
                .contains("./src/main/container/database.sh:/docker-entrypoint-initdb.d/database.sh:ro");

        JdbcClient server = TestDatabases.emptyPostgres().jdbc();
        String script = Files.readString(Path.of("src/main/container/database.sh"));
        for (String statement : script.split("SQL\\R|<<'SQL'\\R?")[1].split(";\\R")) {
            server.sql(statement.replace(":'password'", "'secret'")).update();
        }
        assertThat(server.sql("""
                        select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
                        from pg_roles where rolname = 'stepback'""").query(Boolean.class).single()).isFalse();
        assertThat(server.sql("select pg_get_userbyid(datdba) from pg_database where datname = 'stepback'")
                        .query(String.class)
                        .single())
                .isEqualTo("stepback");
    }

    @Test
    void the_lab_is_served_to_this_machine_until_a_proxy_with_tls_is_asked_for() {
        assertThat(compose.at("/services/lab/ports/0").asString()).startsWith("127.0.0.1:");
        assertThat(compose.at("/services/proxy/profiles").toString()).isEqualTo("[\"tls\"]");
        assertThat(compose.at("/services/database").has("profiles")).isFalse();
    }

    @Test
    void the_lab_believes_the_proxy_alone() {
        String proxy = compose.at("/services/proxy/networks/outer/ipv4_address").asString();
        String trusted =
                compose.at("/services/lab/environment/STEPBACK_TRUSTEDPROXIES").asString();
        assertThat(trusted).isEqualTo(proxy.replace(".", "\\."));
    }

    @Test
    void the_lab_writes_nothing_but_temporary_files_and_has_no_rights() throws IOException {
        JsonNode lab = compose.at("/services/lab");
        assertThat(lab.get("read_only").asBoolean()).isTrue();
        assertThat(lab.get("cap_drop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(Files.readString(Path.of("Dockerfile")))
                .contains("\nUSER stepback\n", "MaxRAMPercentage", "\nHEALTHCHECK ")
                .doesNotContain("\nVOLUME ");
    }

    @Test
    void each_has_a_limit_of_memory_and_each_volume_a_use() {
        Set<String> mounted = new TreeSet<>();
        for (JsonNode service : compose.at("/services")) {
            assertThat(service.has("mem_limit")).isTrue();
            service.path("volumes")
                    .forEach(volume -> mounted.add(volume.asString().split(":")[0]));
        }
        assertThat(mounted).containsAll(compose.at("/volumes").propertyNames());
    }

    @Test
    void the_health_check_tells_a_lab_from_none() throws IOException, InterruptedException {
        String port = LabServer.shared().managementUrl("").replaceAll(".*:", "");
        Awaitility.await("the lab has begun").until(() -> healthy(port) == 0);
        assertThat(healthy("1")).isEqualTo(1);
    }

    private static int healthy(String port) throws IOException, InterruptedException {
        var check = new ProcessBuilder("bash", "src/main/container/healthy").redirectErrorStream(true);
        check.environment().put("MANAGEMENT_SERVER_PORT", port);
        Process process = check.start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }
}
