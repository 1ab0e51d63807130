package org.stepback.storage;

import org.stepback.storage.TestDatabases.Database;

class H2StorageQuotaTest extends StorageQuotaTest {
    @Override
    protected Database database() {
        return TestDatabases.h2();
    }
}
