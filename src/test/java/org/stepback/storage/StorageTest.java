package org.stepback.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.stepback.storage.TestDatabases.Database;

/// A test of what the lab stores: a new database for the class, and the components under test on it. The test methods
/// share it, and each brings accounts of its own.
///
/// Write it once, as an abstract class `XTest`, and run it by two subclasses, as [TestDatabases] says.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StorageTest {
    private Database database;
    private StorageContext context;

    protected abstract Database database();

    protected abstract Class<?>[] components();

    @BeforeAll
    void openDatabase() {
        database = database();
        context = StorageContext.of(database, components());
    }

    @AfterAll
    void closeDatabase() {
        context.close();
    }

    protected final void restart() {
        context.close();
        context = StorageContext.of(database, components());
    }

    protected final <T> T get(Class<T> component) {
        return context.get(component);
    }

    protected final <T> ObjectProvider<T> all(Class<T> kind) {
        return context.all(kind);
    }

    protected final UUID account() {
        return context.account();
    }

    /// Does the same in many threads at once, each with its number, and gives what they return.
    protected static <T> List<T> atOnce(int threads, ThrowingFunction<T> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                Callable<T> task = () -> {
                    start.await();
                    return work.apply(number);
                };
                futures.add(pool.submit(task));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    @FunctionalInterface
    protected interface ThrowingFunction<T> {
        T apply(int number) throws Exception;
    }
}
