package org.stepback.notebook.report;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class H2SharedReportsTest extends SharedReportsTest {
    @Override
    protected Database database() {
        return TestDatabases.h2();
    }
}
