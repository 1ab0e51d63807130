/// What the storage tests share: an H2 file and a real PostgreSQL server.
@NullMarked
package org.stepback.storage;

import org.jspecify.annotations.NullMarked;
