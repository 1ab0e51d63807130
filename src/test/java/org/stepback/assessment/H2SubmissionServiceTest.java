package org.stepback.assessment;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class H2SubmissionServiceTest extends SubmissionServiceTest {
    @Override
    protected Database database() {
        return TestDatabases.h2();
    }
}
