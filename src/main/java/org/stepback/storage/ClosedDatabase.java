package org.stepback.storage;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;

/// Has the pool give up a connection whose H2 file has closed itself, as it does when the disk is full. The next
/// connection opens the file again.
public final class ClosedDatabase implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        boolean closed = failure.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED
                || failure.getErrorCode() == ErrorCode.IO_EXCEPTION_1
                || failure.getErrorCode() == ErrorCode.IO_EXCEPTION_2
                || failure.getCause() instanceof MVStoreException;
        return closed ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
