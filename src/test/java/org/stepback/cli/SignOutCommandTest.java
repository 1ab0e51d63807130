package org.stepback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.stepback.exercise.RefusedException;

class SignOutCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private SignOutCommand command(Consumer<String> signOut) {
        return new SignOutCommand(signOut, new PrintStream(out), new PrintStream(err));
    }

    @Test
    void a_name_may_be_two_words() {
        List<String> asked = new ArrayList<>();
        assertThat(command(asked::add).run(List.of("Guest", "4821"))).isTrue();
        assertThat(asked).containsExactly("Guest 4821");
        assertThat(out.toString()).startsWith("“Guest 4821” is signed out");
    }

    @Test
    void a_refusal_is_one_sentence_and_fails() {
        assertThat(command(_ -> {
                            throw new RefusedException("There is no guest “7”.");
                        })
                        .run(List.of("7")))
                .isFalse();
        assertThat(err.toString().strip()).isEqualTo("There is no guest “7”.");
    }

    @Test
    void it_needs_a_guest() {
        assertThatThrownBy(() -> command(_ -> {}).run(List.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("stepback sign-out GUEST");
    }
}
