package org.stepback.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepback.storage.TestDatabases.Database;

@DisplayName("A lab of any earlier version is upgraded with all that it has stored")
class UpgradeTest {
    @ParameterizedTest(name = "from version {0}")
    @MethodSource("versions")
    void keeps_every_row(String version) {
        for (Database database : TestDatabases.asOf(version)) {
            SampleRows rows = new SampleRows(database);
            rows.addToEveryTable();
            Map<String, List<Map<String, Object>>> before = rows.read();
            assertThat(before)
                    .allSatisfy((table, stored) -> assertThat(stored).as(table).hasSize(SampleRows.EACH));

            database.migrated("latest");

            Map<String, List<Map<String, Object>>> after = rows.read();
            assertThat(after).containsOnlyKeys(tables(database));
            before.forEach((table, stored) -> assertThat(common(after.get(table), stored.getFirst()))
                    .as(table)
                    .containsExactlyInAnyOrderElementsOf(stored));
        }
    }

    /// Returns the rows with those columns alone that an earlier row has.
    private static List<Map<String, Object>> common(List<Map<String, Object>> rows, Map<String, Object> earlier) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> kept = new TreeMap<>(row);
                    kept.keySet().retainAll(earlier.keySet());
                    return kept;
                })
                .toList();
    }

    private static List<String> tables(Database database) {
        return new SampleRows(database).tables();
    }

    static Stream<String> versions() {
        MigrationInfo[] known = Flyway.configure()
                .dataSource(TestDatabases.h2().dataSource())
                .load()
                .info()
                .all();
        return Arrays.stream(known).map(MigrationInfo::getVersion).map(MigrationVersion::getVersion);
    }
}
