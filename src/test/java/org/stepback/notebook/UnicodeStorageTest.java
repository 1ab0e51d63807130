package org.stepback.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.RefusedException;

/// All of Unicode, in every text that a notebook keeps: it comes back as it was typed, or a sentence refuses it.
abstract class UnicodeStorageTest extends NotebookStorageTest {
    private static final int IN_A_TEXT = 4_000;
    private static final int IN_A_TITLE = 50;

    private String slug;

    @BeforeEach
    void begin() {
        slug = own().create(student).slug();
        Stream.of("note", "train").forEach(kind -> notebooks().add(student, slug, "", kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "fit"})
    void a_cell_keeps_every_character(String cell) {
        texts(IN_A_TEXT, 3).forEach(text -> {
            type(cell, FieldPath.TEXT, text);
            assertThat(notebooks().open(student, slug).text(cell)).isEqualTo(text);
        });
    }

    @Test
    void a_field_keeps_every_character() {
        texts(IN_A_TITLE, 50).forEach(text -> {
            type("fit", "network", text);
            assertThat(notebooks().open(student, slug).typed("fit", "network")).isEqualTo(text);
        });
    }

    @Test
    void a_title_keeps_every_character_but_blanks_and_so_do_its_copies() {
        texts(IN_A_TITLE, 50).forEach(text -> {
            String title = "a" + text.replaceAll("\\s", "") + "b";
            type(Notebook.ITSELF, Notebook.TITLE, title);
            Notebook notebook = notebooks().open(student, slug);
            assertThat(notebook.exercise().title()).isEqualTo(title);
            String copy = own().copy(student, notebook).slug();
            assertThat(notebooks().open(student, copy).exercise().title()).isEqualTo(title);
            remove(copy);
        });
    }

    @Test
    void a_copy_of_a_notebook_keeps_every_character_of_its_cells() {
        texts(IN_A_TEXT, 3).forEach(text -> {
            String typed = "# " + text.replace("\r", "").replace("\n", "");
            Stream.of("note", "fit").forEach(cell -> type(cell, FieldPath.TEXT, typed));
            Notebook notebook = notebooks().open(student, slug);
            String copy = own().copy(student, notebook).slug();
            assertThat(notebooks().open(student, copy).own())
                    .extracting(cell -> cell.text().stripTrailing())
                    .isEqualTo(notebook.own().stream()
                            .map(OwnCell::text)
                            .map(String::stripTrailing)
                            .toList());
            remove(copy);
        });
    }

    @Test
    void a_long_title_is_copied_without_cutting_a_character() {
        for (int length = OwnNotebooks.LONGEST_TITLE - 12; length < OwnNotebooks.LONGEST_TITLE - 1; length++) {
            notebooks().rename(student, slug, "x".repeat(length) + "\uD83D\uDE00");
            assertThat(own().duplicate(student, slug).title()).startsWith("Copy of xxx");
        }
    }

    @Test
    void half_a_character_and_nul_are_refused_with_a_sentence() {
        List.of("a\0b", "\uD83D", "a\uDE00", "\uDE00\uD83D").forEach(this::isRefusedEverywhere);
    }

    private void isRefusedEverywhere(String broken) {
        List<Runnable> saves = List.of(
                () -> type("note", FieldPath.TEXT, broken),
                () -> type("fit", FieldPath.TEXT, broken),
                () -> type("fit", "network", broken),
                () -> type("fit", "optimizer.*.learning_rate", broken),
                () -> type(Notebook.ITSELF, Notebook.TITLE, broken),
                () -> notebooks().rename(student, slug, broken),
                () -> notebooks().retype(student, slug, "note", broken),
                () -> notebooks().paste(student, slug, "", "note", "n", broken),
                () -> own().upload(student, "x.md", "---\ntitle: x\n---\n\n" + broken),
                () -> notebooks().type(student, "one-unit", TextEdit.of("q", "answer", broken, "", "")),
                () -> own().add(student, Document.EMPTY, broken));
        Notebook before = notebooks().open(student, slug);
        for (Runnable save : saves) {
            assertThatThrownBy(save::run)
                    .as("save %d", saves.indexOf(save))
                    .isInstanceOfAny(RefusedException.class, GoneException.class)
                    .hasMessageMatching("[A-Z].*\\.");
        }
        assertThat(notebooks().open(student, slug)).isEqualTo(before);
    }

    private void type(String cell, String place, String text) {
        notebooks().type(student, slug, TextEdit.of(cell, place, text, "", ""));
    }

    private void remove(String copy) {
        own().delete(student, copy);
    }

    /// Returns all characters that can be typed, in texts of so many.
    ///
    /// @param every one of so many texts is taken
    private static Stream<String> texts(int characters, int every) {
        int[] all = IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(code -> Character.getType(code) != Character.SURROGATE)
                .toArray();
        return IntStream.rangeClosed(0, (all.length - 1) / characters)
                .filter(number -> number < 12 || number % every == 0)
                .mapToObj(number ->
                        new String(all, number * characters, Math.min(characters, all.length - number * characters)));
    }
}
