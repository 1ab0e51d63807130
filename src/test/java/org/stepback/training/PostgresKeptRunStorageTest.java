package org.stepback.training;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class PostgresKeptRunStorageTest extends KeptRunStorageTest {
    @Override
    Database database() {
        return TestDatabases.postgres();
    }
}
