package org.stepback.account;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class H2GuestSignOutTest extends GuestSignOutTest {
    @Override
    protected Database database() {
        return TestDatabases.h2();
    }
}
