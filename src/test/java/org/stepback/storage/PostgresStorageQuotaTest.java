package org.stepback.storage;

import org.stepback.storage.TestDatabases.Database;

class PostgresStorageQuotaTest extends StorageQuotaTest {
    @Override
    protected Database database() {
        return TestDatabases.postgres();
    }
}
