package org.stepback.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The options of the virtual machine name methods that are there, which Java itself does not check")
class JvmOptionsTest {
    @Test
    void each_loop_that_is_compiled_apart_is_there() throws IOException, ClassNotFoundException {
        assertThat(named("dontinline")).isNotEmpty().allSatisfy(JvmOptionsTest::isThere);
    }

    @Test
    void each_method_that_returns_a_vector_is_inlined() throws IOException {
        List<String> returning = Stream.of(
                        VectorAdam.class,
                        VectorFunctions.class,
                        VectorKernels.class,
                        VectorSums.class,
                        PanelTiles.class,
                        RowTiles.class,
                        Tiles.class,
                        Panels.class,
                        SmallGradients.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getReturnType() == DoubleVector.class)
                .map(method -> method.getDeclaringClass().getName() + "::" + method.getName())
                .toList();
        assertThat(returning).isNotEmpty();
        assertThat(named("inline")).containsExactlyInAnyOrderElementsOf(returning);
    }

    private static List<String> named(String command) throws IOException {
        String start = "-XX:CompileCommand=" + command + ",";
        return Files.readAllLines(Path.of("src/main/jvm.options")).stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    private static void isThere(String named) throws ClassNotFoundException {
        String[] parts = named.split("::");
        assertThat(Arrays.stream(Class.forName(parts[0]).getDeclaredMethods()).map(Method::getName))
                .contains(parts[1]);
    }
}
