package org.stepback.account;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class H2AccountsTest extends AccountsTest {
    @Override
    protected Database database() {
        return TestDatabases.h2();
    }
}
