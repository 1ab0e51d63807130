package org.stepback.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.UUID;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A full disk: H2 closes its file at the first failure, and the lab opens it again by itself.
class FullDiskTest {
    private static volatile boolean full;

    @TempDir
    private Path folder;

    @Test
    void the_database_is_used_again_once_the_disk_has_room_without_a_restart() {
        FilePath.register(new FullPath());
        try (HikariDataSource pool = pool()) {
            JdbcClient jdbc = JdbcClient.create(pool);
            jdbc.sql("create table text (content varchar(1000000))").update();
            insert(jdbc);
            full = true;
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> insert(jdbc)).satisfies(failure -> assertThat(StorageOutage.is(failure))
                        .isTrue());
            }
            full = false;
            insert(jdbc);
            assertThat(jdbc.sql("select count(*) from text")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        } finally {
            full = false;
        }
    }

    private static void insert(JdbcClient jdbc) {
        jdbc.sql("insert into text values (?)").param("x".repeat(100_000)).update();
    }

    /// A pool as the lab has it.
    private HikariDataSource pool() {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(
                "jdbc:h2:file:full:" + folder.resolve(UUID.randomUUID().toString())
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
        settings.setUsername("stepback");
        settings.setPassword("");
        settings.setMaximumPoolSize(1);
        settings.setConnectionTimeout(4_000);
        settings.setExceptionOverrideClassName(ClosedDatabase.class.getName());
        return new HikariDataSource(settings);
    }

    /// The disk, which takes no byte while it is full.
    public static final class FullPath extends FilePathWrapper {
        @Override
        public String getScheme() {
            return "full";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new FullFile(super.open(mode));
        }
    }

    private static final class FullFile extends FileBase {
        private final FileChannel file;

        FullFile(FileChannel file) {
            this.file = file;
        }

        private static void refuse() throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            refuse();
            return file.write(bytes, position);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            refuse();
            return file.write(bytes);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return file.read(bytes);
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
