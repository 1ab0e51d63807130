package org.stepback.account;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class PostgresGuestSignOutTest extends GuestSignOutTest {
    @Override
    protected Database database() {
        return TestDatabases.postgres();
    }
}
