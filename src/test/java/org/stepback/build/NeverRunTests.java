package org.stepback.build;

import static org.junit.platform.commons.support.HierarchyTraversalMode.TOP_DOWN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Lists the test classes of which no test ran, in `target/surefire-reports/never-ran.txt`.
///
/// A concrete class with tests of its own or inherited ones must have run one; an abstract class must have a subclass
/// that did. A test that was skipped counts as run, since the report says so, with the reason.
///
/// JUnit finds this listener by the file under `META-INF/services`. `./stepback test` reads the list after the whole
/// run and fails if it names a class. After the run of a single class the list names all others, and nobody reads it.
/// It does not use Surefire's own reports: they call some classes by their display name.
public final class NeverRunTests implements TestExecutionListener {
    private static final Path CLASSES = Path.of("target", "test-classes");
    /// A virtual machine may run a plan for each class: the search is done once.
    private static final Map<Path, List<Class<?>>> TEST_CLASSES = new ConcurrentHashMap<>();

    private static final Path LIST = Path.of("target", "surefire-reports", "never-ran.txt");

    private final Path classes;
    private final Path list;
    private final Set<TestIdentifier> reached = ConcurrentHashMap.newKeySet();
    private final Set<String> ran = ConcurrentHashMap.newKeySet();

    /// For JUnit.
    public NeverRunTests() {
        this(CLASSES, LIST);
    }

    NeverRunTests(Path classes, Path list) {
        this.classes = classes;
        this.list = list;
    }

    @Override
    public void executionSkipped(TestIdentifier skipped, String reason) {
        reached.add(skipped);
    }

    /// A class or a method that ends without success before its tests, as by an assumption, says so for all of them.
    @Override
    public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
        if (finished.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            reached.add(finished);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        reached.stream()
                .flatMap(each -> Stream.concat(Stream.of(each), plan.getDescendants(each).stream()))
                .flatMap(each -> each.getSource().stream())
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getClassName())
                .forEach(ran::add);
        try {
            Files.createDirectories(list.toAbsolutePath().getParent());
            writeList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Several virtual machines test at the same time, each some of the classes: the last to write knows them all.
    private void writeList() throws IOException {
        Path everyRun = list.resolveSibling("ran.txt");
        try (FileChannel lock = FileChannel.open(
                list.resolveSibling("never-ran.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            Files.write(everyRun, ran, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            ran.addAll(Files.readAllLines(everyRun));
            Files.write(list, neverRan());
        }
    }

    private List<String> neverRan() {
        List<Class<?>> all = TEST_CLASSES.computeIfAbsent(
                classes,
                root -> ReflectionSupport.findAllClassesInClasspathRoot(
                        root.toUri(), NeverRunTests::holdsTests, name -> true));
        return all.stream()
                .filter(type -> all.stream().noneMatch(other -> runs(other, type)))
                .map(Class::getName)
                .sorted()
                .toList();
    }

    /// Every test framework on JUnit's platform marks its annotations as [Testable].
    private static boolean holdsTests(Class<?> type) {
        return !ReflectionSupport.findMethods(
                        type, method -> AnnotationSupport.isAnnotated(method, Testable.class), TOP_DOWN)
                .isEmpty();
    }

    private boolean runs(Class<?> runner, Class<?> type) {
        boolean stands = Modifier.isAbstract(type.getModifiers()) ? type.isAssignableFrom(runner) : type == runner;
        return stands && ran.contains(runner.getName());
    }
}
