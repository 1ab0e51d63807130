package org.stepback.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.RefusedException;

abstract class SharedNotebooksTest extends NotebookStorageTest {
    private SharedNotebooks shared() {
        return get(SharedNotebooks.class);
    }

    private String slug() {
        String slug = get(OwnNotebooks.class).create(student).slug();
        get(NotebookService.class).paste(student, slug, "", "note", "mine", "Read **this**.");
        return slug;
    }

    @Test
    void whoever_has_the_link_reads_the_notebook_as_it_is_now() {
        String slug = slug();
        String token = shared().share(student, slug);

        assertThat(token).matches("[A-Za-z0-9_-]{22}");
        assertThat(shared().share(student, slug)).isEqualTo(token);
        restart();
        get(NotebookService.class).rename(student, slug, "Renamed since");
        SharedNotebooks.Shared found = shared().open(token);
        assertThat(found.owner()).isEqualTo(student);
        assertThat(found.notebook().exercise().title()).isEqualTo("Renamed since");
        assertThat(found.notebook().text("mine")).isEqualTo("Read **this**.");
    }

    @Test
    void a_link_that_was_taken_back_leads_nowhere_and_does_not_come_back() {
        String slug = slug();
        String token = shared().share(student, slug);
        shared().revoke(student, slug);

        assertThatThrownBy(() -> shared().open(token)).isInstanceOf(RefusedException.class);
        assertThat(shared().share(student, slug)).isNotEqualTo(token);
        assertThatThrownBy(() -> shared().open(token)).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_deleted_notebook_is_not_to_be_read() {
        String slug = slug();
        String token = shared().share(student, slug);
        get(OwnNotebooks.class).delete(student, slug);

        assertThatThrownBy(() -> shared().open(token)).isInstanceOf(RefusedException.class);
    }

    @Test
    void nobody_shares_what_is_not_theirs_or_holds_answers() {
        String slug = slug();
        UUID other = account();

        assertThatThrownBy(() -> shared().share(other, slug)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> shared().share(student, "moons")).isInstanceOf(RefusedException.class);
        shared().share(student, slug);
        shared().revoke(other, slug);
        assertThat(shared().token(student, slug)).isPresent();
        assertThat(shared().token(other, slug)).isEmpty();
    }

    @Test
    void a_reader_s_copy_is_the_reader_s_own() {
        String token = shared().share(student, slug());
        UUID reader = account();

        String copy = get(OwnNotebooks.class)
                .copy(reader, shared().open(token).notebook())
                .slug();

        get(NotebookService.class).delete(reader, copy, "mine");
        assertThat(shared().open(token).notebook().order()).containsExactly("mine");
        assertThat(shared().token(reader, copy)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAA", "../../../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAA'--"})
    void a_guessed_link_leads_nowhere(String token) {
        assertThatThrownBy(() -> shared().open(token)).isInstanceOf(RefusedException.class);
    }
}
