package org.stepback.training;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class PostgresRunStorageTest extends RunStorageTest {
    @Override
    Database database() {
        return TestDatabases.postgres();
    }
}
