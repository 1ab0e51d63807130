package org.stepback.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {
    private static final String APART = "-XX:CompileCommand=dontinline,";

    @Test
    @DisplayName("Each loop that is to be compiled apart is there by its name, which Java itself does not check")
    void names() throws IOException, ClassNotFoundException {
        List<String> apart = Files.readAllLines(Path.of("src/main/jvm.options")).stream()
                .filter(line -> line.startsWith(APART))
                .map(line -> line.substring(APART.length()))
                .toList();
        assertThat(apart).isNotEmpty();
        for (String each : apart) {
            String[] parts = each.split("::");
            assertThat(Arrays.stream(Class.forName(parts[0]).getDeclaredMethods())
                            .map(Method::getName))
                    .contains(parts[1]);
        }
    }
}
