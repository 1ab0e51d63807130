package org.stepback.assessment;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class PostgresSubmissionServiceTest extends SubmissionServiceTest {
    @Override
    protected Database database() {
        return TestDatabases.postgres();
    }
}
