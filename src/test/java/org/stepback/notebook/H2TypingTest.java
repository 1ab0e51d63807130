package org.stepback.notebook;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class H2TypingTest extends TypingTest {
    @Override
    protected Database database() {
        return TestDatabases.h2();
    }
}
