package org.stepback.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Edit;
import org.stepback.exercise.OwnCell;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.read.CourseCatalog;
import org.stepback.notebook.NotebookService.Version;
import org.stepback.notebook.OwnNotebooks.Entry;
import tools.jackson.databind.json.JsonMapper;

abstract class OwnNotebooksTest extends NotebookStorageTest {
    private List<String> titles() {
        return own().list(student).stream().map(Entry::title).toList();
    }

    private String filled() {
        String slug = own().create(student).slug();
        for (String kind : List.of("data", "network", "train", "note")) {
            List<String> order = notebooks().open(student, slug).order();
            notebooks().add(student, slug, order.isEmpty() ? "" : order.getLast(), kind);
        }
        return slug;
    }

    @Test
    void a_renamed_cell_is_named_so_wherever_it_is_used_and_one_undo_takes_all_back() {
        String slug = filled();
        Notebook before = notebooks().open(student, slug);

        notebooks().renameCell(student, slug, "data", "moons");
        Notebook after = notebooks().renameCell(student, slug, "net", "small-net");

        assertThat(after.order()).containsExactly("moons", "small-net", "fit", "note");
        assertThat(after.resolved().problems()).isEmpty();
        assertThat(after.text("small-net")).isEqualTo(before.text("net").replace("input: data", "input: moons"));
        assertThat(after.text("fit"))
                .isEqualTo(before.text("fit")
                        .replace("network: net", "network: small-net")
                        .replace("data: data", "data: moons"));
        notebooks().undo(student, slug);
        assertThat(notebooks().undo(student, slug).own()).isEqualTo(before.own());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Net", "fit", "p1", "a b", "1st", "a/b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void a_name_that_is_none_or_taken_is_refused(String name) {
        String slug = filled();

        assertThatThrownBy(() -> notebooks().renameCell(student, slug, "net", name))
                .isInstanceOf(RefusedException.class);
        assertThat(notebooks().open(student, slug).order()).containsExactly("data", "net", "fit", "note");
    }

    @Test
    void a_notebook_from_nothing_takes_cells_that_run() {
        String slug = filled();
        restart();

        Notebook notebook = notebooks().open(student, slug);
        assertThat(notebook.order()).containsExactly("data", "net", "fit", "note");
        assertThat(notebook.resolved().cells()).hasSize(4);
        assertThat(notebook.resolved().problems()).isEmpty();
    }

    @Test
    void notebooks_are_renamed_copied_deleted_and_brought_back() {
        String slug = filled();
        notebooks().rename(student, slug, "  Two   moons ");
        own().duplicate(student, slug);
        assertThat(titles()).containsExactlyInAnyOrder("Two moons", "Copy of Two moons");

        own().delete(student, slug);
        assertThat(titles()).containsExactly("Copy of Two moons");
        assertThatThrownBy(() -> notebooks().open(student, slug)).isInstanceOf(RefusedException.class);
        own().bringBack(student, slug);
        assertThat(titles()).hasSize(2);
        assertThat(notebooks().open(student, slug).own()).hasSize(4);
        assertThat(notebooks().undo(student, slug).exercise().title()).isEqualTo(OwnNotebooks.UNTITLED);
    }

    @Test
    void titles_and_the_number_of_notebooks_are_bounded() {
        String slug = own().create(student).slug();
        assertThatThrownBy(() -> notebooks().rename(student, slug, " ")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> notebooks().rename(student, slug, "x".repeat(121)))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> notebooks().rename(student, "moons", "Mine")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < OwnNotebooks.MOST; i++) {
                        own().create(student);
                    }
                })
                .hasMessageContaining("limit");
    }

    @Test
    void another_student_reaches_none_of_it() {
        String slug = filled();
        UUID other = account();

        assertThat(own().list(other)).isEmpty();
        assertThatThrownBy(() -> notebooks().open(other, slug)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> notebooks().add(other, slug, "", "note")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> notebooks().undo(other, slug)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> notebooks().versions(other, slug)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> own().duplicate(other, slug)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> own().delete(other, slug)).isInstanceOf(RefusedException.class);
        own().bringBack(other, slug);
        assertThat(own().list(other)).isEmpty();
        assertThat(titles()).hasSize(1);
    }

    @Test
    void an_upload_of_what_was_downloaded_is_the_same_notebook() {
        String slug = filled();
        notebooks().retype(student, slug, "note", "```data x\n```\nnot a cell");
        notebooks().retype(student, slug, "net", "input: [oh");
        Notebook notebook = notebooks().open(student, slug);

        Entry again = own().upload(student, "n.md", notebook.file().write());

        Notebook copy = notebooks().open(student, again.slug());
        assertThat(copy.exercise().title()).isEqualTo(notebook.exercise().title());
        assertThat(copy.file().write()).isEqualTo(notebook.file().write());
    }

    @Test
    void an_exercise_is_copied_with_one_s_own_changes_and_free_of_locks() {
        notebooks().edit(student, "moons", new Edit("net", "seed", "5"));
        notebooks().add(student, "moons", "fit", "note");

        Entry entry = own().copy(student, notebooks().open(student, "moons"));

        Notebook copy = notebooks().open(student, entry.slug());
        assertThat(copy.own()).extracting(OwnCell::id).containsExactly("moons", "net", "fit", "note", "line", "wild");
        assertThat(copy.resolved().problems()).isEmpty();
        assertThat(copy.field("net", "seed").asInt()).isEqualTo(5);
        assertThat(copy.isEditable("fit", "epochs")).isTrue();
        assertThat(get(CourseCatalog.class).exercise(entry.slug())).isEmpty();
    }

    @Test
    void a_file_that_can_t_be_read_is_refused_with_the_place() {
        assertThatThrownBy(() -> own().upload(student, "n.md", "---\ntitle: x\n---\n```data\n```"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Line 4, column 1");
        assertThat(titles()).isEmpty();
    }

    @Test
    void keras_code_becomes_a_notebook() {
        String code =
                "import keras\nm = keras.Sequential([keras.layers.Dense(3, input_dim=2)])\nm.compile('sgd', 'mse')\n";
        String jupyter = "{\"cells\": [{\"cell_type\": \"code\", \"source\": "
                + JsonMapper.shared().writeValueAsString("%matplotlib inline\n" + code)
                + "}], \"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";
        for (Entry entry :
                List.of(own().upload(student, "lesson.PY", code), own().upload(student, "lesson.ipynb", jupyter))) {
            Notebook notebook = notebooks().open(student, entry.slug());
            assertThat(notebook.exercise().title()).isEqualTo("lesson from Keras");
            assertThat(notebook.resolved().cell("net")).containsInstanceOf(Cell.Net.class);
            assertThat(notebook.resolved().obstacles("fit")).isEmpty();
        }
    }

    @Test
    void keras_code_that_can_t_be_read_is_refused_with_the_place() {
        String code = "import keras\nm = keras.Sequential([keras.layers.Conv2D(3, 3)])\nm.compile('sgd', 'mse')\n";
        assertThatThrownBy(() -> own().upload(student, "cnn.py", code))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith(
                        "This code can't be read as a notebook. Line 2, column 23: The lab cannot do the"
                                + " layer Conv2D yet.");
        assertThat(titles()).isEmpty();
    }

    @Test
    void any_version_can_be_had_back_and_that_can_be_undone() {
        String slug = filled();
        notebooks().delete(student, slug, "data");
        notebooks().delete(student, slug, "net");
        List<Version> versions = notebooks().versions(student, slug);
        assertThat(versions)
                .extracting(Version::label)
                .startsWith("Delete net", "Delete data", "Add a note cell", "Add a train cell");

        notebooks().restoreVersion(student, slug, versions.get(3).number());
        assertThat(notebooks().open(student, slug).order()).containsExactly("data", "net", "fit");
        assertThat(notebooks().undo(student, slug).order()).containsExactly("fit", "note");
        assertThatThrownBy(() -> notebooks().restoreVersion(student, slug, 999)).isInstanceOf(RefusedException.class);
    }

    @Test
    void what_was_undone_and_left_for_another_change_is_still_a_version() {
        String slug = own().create(student).slug();
        notebooks().add(student, slug, "", "note");
        notebooks().retype(student, slug, "note", "Once *saved*");
        notebooks().undo(student, slug);
        notebooks().undo(student, slug);
        notebooks().add(student, slug, "", "data");

        List<Version> versions = notebooks().versions(student, slug);
        assertThat(versions)
                .extracting(Version::label, Version::undone)
                .containsExactly(
                        tuple("Add a data cell", false),
                        tuple("Change the text of note", true),
                        tuple("Add a note cell", true));
        restart();
        Notebook back =
                notebooks().restoreVersion(student, slug, versions.get(1).number());
        assertThat(back.order()).containsExactly("note");
        assertThat(back.text("note")).isEqualTo("Once *saved*");
        assertThat(back.undo()).hasValue("Restore an earlier version");
        assertThat(notebooks().undo(student, slug).order()).containsExactly("data");
        assertThat(notebooks().undo(student, slug).order()).isEmpty();
        assertThat(notebooks().redo(student, slug).order()).containsExactly("data");
    }

    @Test
    void every_version_of_a_much_undone_notebook_is_what_it_was() {
        String slug = own().create(student).slug();
        var random = new Random(7);
        Map<Long, String> saved = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> notebooks().add(student, slug, "", "note");
                case 2 -> notebooks().redo(student, slug);
                default -> notebooks().undo(student, slug);
            }
            String now = document(slug);
            notebooks().versions(student, slug).stream()
                    .filter(version -> !version.undone())
                    .findFirst()
                    .ifPresent(version -> saved.put(version.number(), now));
        }

        List<Version> versions = notebooks().versions(student, slug);
        assertThat(versions).extracting(Version::number).containsExactlyInAnyOrderElementsOf(saved.keySet());
        assertThat(versions).extracting(Version::undone).contains(true, false);
        for (Version version : versions) {
            notebooks().restoreVersion(student, slug, version.number());
            assertThat(document(slug)).isEqualTo(saved.get(version.number()));
        }
    }

    private String document(String slug) {
        return get(Drafts.class).find(student, slug).orElseThrow().edits();
    }

    @Test
    void typing_after_an_undo_leaves_the_version_that_others_were_made_on() {
        String slug = own().create(student).slug();
        notebooks().add(student, slug, "", "note");
        notebooks().retype(student, slug, "note", "one");
        notebooks().add(student, slug, "", "data");
        notebooks().undo(student, slug);
        notebooks().retype(student, slug, "note", "one two");

        Version undone = notebooks().versions(student, slug).get(1);
        assertThat(undone.label()).isEqualTo("Add a data cell");
        assertThat(notebooks().restoreVersion(student, slug, undone.number()).text("note"))
                .isEqualTo("one");
    }

    @Test
    void open_pages_hear_of_changes() {
        String slug = own().create(student).slug();
        long revision = notebooks().open(student, slug).revision();
        assertThat(notebooks().hasNews(student, slug, revision)).isFalse();
        notebooks().add(student, slug, "", "note");
        assertThat(notebooks().hasNews(student, slug, revision)).isTrue();
        assertThat(notebooks()
                        .hasNews(student, slug, notebooks().open(student, slug).revision()))
                .isFalse();
    }

    private Notebook typeTitle(String slug, String title, String seen, String stamp) {
        return notebooks().type(student, slug, TextEdit.of(Notebook.ITSELF, Notebook.TITLE, title, seen, stamp));
    }

    @Test
    void a_title_is_typed_as_other_texts_are() {
        String slug = own().create(student).slug();
        String untitled = TextEdit.print(OwnNotebooks.UNTITLED);
        Notebook typed = typeTitle(slug, "Two moons", untitled, "a.1");
        assertThat(typed.typed(Notebook.ITSELF, Notebook.TITLE)).isEqualTo("Two moons");
        assertThat(titles()).containsExactly("Two moons");

        assertThatThrownBy(() -> typeTitle(slug, "Mine", untitled, "b.1"))
                .isInstanceOfSatisfying(ChangedElsewhereException.class, elsewhere -> assertThat(elsewhere.stored())
                        .isEqualTo("Two moons"));
        assertThatThrownBy(() -> typeTitle(slug, " ", TextEdit.print("Two moons"), "b.2"))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> typeTitle("moons", "Mine", "", "b.3")).isInstanceOf(RefusedException.class);
        assertThat(titles()).containsExactly("Two moons");
        assertThat(notebooks().undo(student, slug).exercise().title()).isEqualTo(OwnNotebooks.UNTITLED);
    }

    @Test
    void notebooks_that_are_made_at_one_moment_are_counted_too() throws Exception {
        UUID busy = account();
        for (int i = 0; i < OwnNotebooks.MOST - 3; i++) {
            own().create(busy);
        }
        List<Boolean> made = atOnce(8, _ -> {
            try {
                own().create(busy);
                return true;
            } catch (RefusedException full) {
                return false;
            }
        });
        assertThat(made.stream().filter(each -> each)).hasSize(3);
        assertThat(own().list(busy)).hasSize(OwnNotebooks.MOST);
    }
}
