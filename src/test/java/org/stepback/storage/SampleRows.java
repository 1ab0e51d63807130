package org.stepback.storage;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.stepback.storage.TestDatabases.Database;

/// Some rows in every table of a database, whatever its version: each column gets a value of its type, and a reference
/// gets a row that is there.
final class SampleRows {
    static final int EACH = 2;

    private final Database database;
    private int number;

    SampleRows(Database database) {
        this.database = database;
    }

    void addToEveryTable() {
        onTables((connection, tables) -> {
            Map<String, List<Map<String, Object>>> added = new HashMap<>();
            for (String table : parentsFirst(connection, tables)) {
                for (int row = 0; row < EACH; row++) {
                    Map<String, Object> values = values(connection, table, added, row);
                    insert(connection, table, values);
                    added.computeIfAbsent(table, _ -> new ArrayList<>()).add(values);
                }
            }
            return added;
        });
    }

    /// Returns all rows of all tables, in a form that compares.
    Map<String, List<Map<String, Object>>> read() {
        return onTables((connection, tables) -> {
            Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
            for (String table : tables) {
                rows.put(table, rows(connection, table));
            }
            return rows;
        });
    }

    List<String> tables() {
        return onTables((_, tables) -> tables);
    }

    private static List<Map<String, Object>> rows(Connection connection, String table) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (var found = connection.createStatement().executeQuery("select * from " + table)) {
            while (found.next()) {
                Map<String, Object> row = new TreeMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    Object value = found.getObject(i);
                    row.put(
                            found.getMetaData().getColumnName(i),
                            value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : "" + value);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private Map<String, Object> values(
            Connection connection, String table, Map<String, List<Map<String, Object>>> added, int row)
            throws SQLException {
        Map<String, Object> values = new TreeMap<>();
        try (ResultSet columns = connection.getMetaData().getColumns(null, connection.getSchema(), table, "%")) {
            while (columns.next()) {
                values.put(columns.getString("COLUMN_NAME"), value(columns.getString("TYPE_NAME")));
            }
        }
        for (var reference : references(connection, table).entrySet()) {
            Map<String, Object> parent = added.get(reference.getValue().table()).get(row);
            values.put(reference.getKey(), parent.get(reference.getValue().column()));
        }
        return values;
    }

    private Object value(String type) {
        number++;
        return switch (type.toLowerCase().split("\\(")[0]) {
            case "uuid" -> UUID.randomUUID();
            case "character varying", "varchar", "text" -> "text " + number;
            case "timestamp with time zone", "timestamptz" ->
                OffsetDateTime.of(2026, 1, 1, 0, 0, number % 60, 0, ZoneOffset.UTC);
            case "integer", "int4", "bigint", "int8", "smallint", "int2" -> number;
            case "double precision", "float8" -> number + 0.5;
            case "boolean", "bool" -> number % 2 == 0;
            case "binary varying", "bytea", "varbinary" -> new byte[] {1, 2, (byte) number};
            default ->
                throw new IllegalStateException("There is no sample for a column of type " + type + ": add one.");
        };
    }

    private static void insert(Connection connection, String table, Map<String, Object> values) throws SQLException {
        String sql = "insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        String.join(", ", values.keySet()),
                        String.join(", ", Collections.nCopies(values.size(), "?")));
        try (var statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (Object value : values.values()) {
                statement.setObject(index++, value);
            }
            statement.executeUpdate();
        }
    }

    private static List<String> parentsFirst(Connection connection, List<String> tables) throws SQLException {
        List<String> ordered = new ArrayList<>();
        List<String> left = new ArrayList<>(tables);
        while (!left.isEmpty()) {
            List<String> ready = new ArrayList<>();
            for (String table : left) {
                if (references(connection, table).values().stream()
                        .allMatch(parent -> ordered.contains(parent.table()))) {
                    ready.add(table);
                }
            }
            if (ready.isEmpty()) {
                throw new IllegalStateException("These tables refer to each other: " + left);
            }
            ordered.addAll(ready);
            left.removeAll(ready);
        }
        return ordered;
    }

    private record Reference(String table, String column) {}

    private static Map<String, Reference> references(Connection connection, String table) throws SQLException {
        Map<String, Reference> references = new HashMap<>();
        try (ResultSet keys = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
            while (keys.next()) {
                references.put(
                        keys.getString("FKCOLUMN_NAME"),
                        new Reference(keys.getString("PKTABLE_NAME"), keys.getString("PKCOLUMN_NAME")));
            }
        }
        return references;
    }

    private interface Work<T> {
        T on(Connection connection, List<String> tables) throws SQLException;
    }

    private <T> T onTables(Work<T> work) {
        try (Connection connection = database.dataSource().getConnection()) {
            List<String> tables = new ArrayList<>();
            DatabaseMetaData data = connection.getMetaData();
            try (ResultSet found = data.getTables(null, connection.getSchema(), "%", null)) {
                while (found.next()) {
                    String table = found.getString("TABLE_NAME");
                    if (found.getString("TABLE_TYPE").endsWith("TABLE") && !table.startsWith("flyway")) {
                        tables.add(table);
                    }
                }
            }
            return work.on(connection, tables);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
