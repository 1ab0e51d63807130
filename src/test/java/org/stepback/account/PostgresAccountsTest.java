package org.stepback.account;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class PostgresAccountsTest extends AccountsTest {
    @Override
    protected Database database() {
        return TestDatabases.postgres();
    }
}
