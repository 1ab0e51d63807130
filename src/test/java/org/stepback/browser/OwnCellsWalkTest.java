package org.stepback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A student's own cells on the page, with the keyboard alone: the keys are JupyterLab's.
class OwnCellsWalkTest {
    private static final String SLUG = "lessons-network";

    private final LabServer lab = LabServer.shared();
    private BrowserContext person;
    private Page page;
    private NotebookPage notebook;

    @BeforeEach
    void open() {
        person = Browser.wide();
        page = person.newPage();
        NotebookPage.enter(page, lab);
        notebook = NotebookPage.workbench(page, lab, SLUG);
    }

    @AfterEach
    void close() {
        person.close();
    }

    @SuppressWarnings("unchecked")
    private List<String> own() {
        return (List<String>)
                page.evaluate("() => [...document.querySelectorAll('[data-own]')].map(cell => cell.dataset.cell)");
    }

    private String undo() {
        return (String) page.evaluate("() => document.querySelector('sb-notebook').undo");
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /// Adds a cell below the selected one, by the key that its kind has in the palette.
    private void add(String kind, String id) {
        press("b");
        assertThat(page.locator("dialog#kinds")).isVisible();
        press(kind);
        assertThat(notebook.slot(id)).isVisible();
        assertThat(notebook.slot(id)).hasAttribute("data-selected", "");
    }

    private void selectFirstCell() {
        notebook.slot("moons").focus();
        assertThat(notebook.slot("moons")).hasAttribute("data-selected", "");
    }

    private void awaitOwn(String... cells) {
        page.waitForCondition(() -> own().equals(List.of(cells)));
    }

    @Test
    void cells_are_added_written_moved_deleted_and_brought_back_by_keys_alone() {
        selectFirstCell();
        add("m", "note");
        assertThat(notebook.slot("note").locator(".cm-content")).isFocused();
        page.keyboard().type("Half of $x^2$ is **z**, or so.");
        assertThat(notebook.slot("note").locator(".prose strong")).hasText("z");
        press("Escape");
        assertThat(notebook.slot("note")).isFocused();
        assertThat(notebook.slot("note").locator(".katex").first()).isVisible();
        assertThat(notebook.saveState()).hasText("Saved");
        awaitOwn("note"); // the letters of the text were no commands

        add("d", "data");
        add("n", "net-2");
        assertThat(notebook.slot("net-2").locator("[data-key='net-2/input'] select"))
                .hasValue("data");
        press("Control+Shift+ArrowUp");
        awaitOwn("note", "net-2", "data");
        assertThat(notebook.slot("net-2")).containsText("stands further down");
        press("z");
        awaitOwn("note", "data", "net-2");

        notebook.slot("note").focus();
        press("x");
        awaitOwn("data", "net-2");
        press("v");
        awaitOwn("data", "note", "net-2");
        assertThat(notebook.slot("note")).isFocused();
        press("j");
        assertThat(notebook.slot("net-2")).isFocused();
        press("k", "k");
        assertThat(notebook.slot("data")).isFocused();
        press("d", "d");
        awaitOwn("note", "net-2");

        page.reload();
        awaitOwn("note", "net-2");
        assertThat(notebook.slot("note").locator(".prose strong")).hasText("z");
        selectFirstCell();
        press("z");
        awaitOwn("data", "note", "net-2");
        press("Shift+Z");
        awaitOwn("note", "net-2");
    }

    @Test
    void a_training_of_ones_own_runs_by_shift_enter_and_is_there_after_a_reload() {
        notebook.slot("net").focus();
        add("t", "fit-2");
        press("Enter");
        assertThat(notebook.slot("fit-2").locator("[data-key='fit-2/network'] select"))
                .isFocused();
        press("Escape", "Shift+Enter");
        assertThat(notebook.runState("fit-2")).hasText("Done");
        page.reload();
        assertThat(notebook.runState("fit-2")).hasText("Done");
    }

    @Test
    void a_runs_cell_says_where_it_is_and_for_how_long_and_what_depends_on_a_change_says_so() {
        notebook.slot("net").focus();
        add("d", "data");
        add("n", "net-2");
        add("t", "fit-2");
        notebook.press(notebook.cell("fit-2"), "Run");
        Locator head = notebook.slot("fit-2").locator(".run-mark");
        assertThat(head.locator(".state")).hasText("Done");
        assertThat(head.locator(".elapsed")).hasText(Pattern.compile("[\\d.]+ s"));
        Locator mark = notebook.slot("net-2").locator(".cell-head .state");
        assertThat(mark).hasCount(0);
        notebook.type("data", "noise", "0.3");
        assertThat(head.locator(".state")).hasText("Settings changed since this run");
        assertThat(mark).hasText("Changed since its run");
        assertThat(mark).hasAttribute("title", "“data” has changed since “fit-2” ran: noise.");
        notebook.press(notebook.cell("fit-2"), "Run");
        assertThat(head.locator(".state")).hasText("Done");
        assertThat(mark).hasCount(0);
    }

    @Test
    void a_run_whose_cells_can_not_be_run_says_that_they_changed_and_why() {
        notebook.slot("net").focus();
        add("d", "data");
        add("n", "net-2");
        add("t", "fit-2");
        notebook.press(notebook.cell("fit-2"), "Run");
        Locator mark = notebook.runState("fit-2");
        assertThat(mark).hasText("Done");
        notebook.type("fit-2", "epochs", "77");
        assertThat(mark).hasText("Settings changed since this run");
        notebook.type("fit-2", "epochs", "abc");
        assertThat(notebook.control("fit-2", "epochs")).hasAttribute("invalid", "");
        assertThat(mark).hasText("Settings changed since this run");
        assertThat(mark).hasAttribute("title", Pattern.compile(".*epochs.*can't be run yet: .*abc.*"));
        Locator run = notebook.button(notebook.cell("fit-2"), "Run");
        assertThat(run).isDisabled();
        assertThat(run).hasAttribute("title", Pattern.compile(".*abc.*"));
        notebook.type("fit-2", "epochs", "40");
        assertThat(mark).hasText("Done");

        notebook.press(notebook.slot("net-2"), "Edit as text: net-2");
        notebook.slot("net-2").locator(".cm-content").click();
        press("Control+End");
        page.keyboard().type("\nbogus: 3\n");
        assertThat(mark).hasText("Settings changed since this run");
        assertThat(mark).hasAttribute("title", Pattern.compile(".*network \\(bogus\\).*can't be run yet: .*bogus.*"));
        page.keyboard().type("ini");
        assertThat(notebook.slot("net-2").locator(".cm-lintRange-error")).hasText(new String[] {"bogus", "ini"});
    }

    @Test
    void a_training_that_has_lost_what_it_uses_keeps_its_charts_and_says_so() {
        notebook.slot("net").focus();
        add("d", "data");
        add("n", "net-2");
        add("t", "fit-2");
        notebook.press(notebook.cell("fit-2"), "Run");
        assertThat(notebook.runState("fit-2")).hasText("Done");
        notebook.slot("net-2").focus();
        press("d", "d");
        assertThat(notebook.slot("fit-2")).containsText("can't be shown as controls yet");
        assertThat(notebook.runState("fit-2")).hasText("Settings changed since this run");
        assertThat(notebook.runState("fit-2")).hasAttribute("title", Pattern.compile(".*can't be run yet: .*net-2.*"));
        assertThat(notebook.button(notebook.cell("fit-2"), "Run")).isDisabled();
        page.waitForCondition(() -> notebook.points("fit-2", 0) > 0);
        press("z");
        assertThat(notebook.runState("fit-2")).hasText("Done");
        assertThat(notebook.button(notebook.cell("fit-2"), "Run")).isEnabled();
    }

    @Test
    void text_and_controls_are_one_document() {
        notebook.slot("net").focus();
        add("d", "data");
        notebook.press(notebook.slot("data"), "Edit as text: data");
        Locator text = notebook.slot("data").locator(".cm-content");
        assertThat(text).containsText("samples: 400");
        notebook.type("data", "samples", "123");
        assertThat(text).containsText("samples: 123");

        text.locator(".cm-line").nth(1).click();
        press("End", "Backspace");
        page.keyboard().type("x");
        assertThat(notebook.control("data", "samples").locator("input")).hasValue("12x");
        assertThat(notebook.slot("data").locator(".cm-lintRange-error")).hasText("12x");
        assertThat(notebook.control("data", "samples")).containsText("12x");
        press("Backspace");
        page.keyboard().type("0  # enough");
        assertThat(notebook.control("data", "samples").locator("input")).hasValue("120");
        assertThat(notebook.slot("data")).containsText("120 samples");
        notebook.type("data", "samples", "130");
        assertThat(text).containsText("samples: 130  # enough");
    }

    @Test
    void an_authors_cell_takes_a_text_within_what_the_author_allows() {
        notebook.press(notebook.slot("net"), "Edit as text: net");
        Locator text = notebook.slot("net").locator(".cm-content");
        text.getByText("seed").click();
        press("End", "Backspace");
        page.keyboard().type("7");
        assertThat(notebook.control("net", "seed").locator("input")).hasValue("7");
        text.getByText("input").click();
        press("End");
        page.keyboard().type("x");
        assertThat(notebook.slot("net").locator(".cm-lintRange-error")).isVisible();
        assertThat(notebook.saveState()).hasText("Saved");
        page.reload();
        notebook.press(notebook.slot("net"), "Edit as text: net");
        assertThat(text).containsText("input: moonsx");
        notebook.press(notebook.slot("net"), "First settings");
        assertThat(text).containsText("input: moons");
        assertThat(notebook.control("net", "seed").locator("input")).hasValue("1");
    }

    @Test
    void a_cell_is_dragged_to_another_place() {
        selectFirstCell();
        add("d", "data");
        add("n", "net-2");
        for (String cell : List.of("data", "net-2")) { // folded, so that both are in the window at once
            notebook.slot(cell).focus();
            press("o");
            assertThat(notebook.slot(cell)).hasClass(Pattern.compile("\\bfolded\\b"));
        }
        notebook.slot("data").evaluate("cell => cell.scrollIntoView({block: 'center'})");
        BoundingBox handle = notebook.slot("net-2").locator(".drag").boundingBox();
        BoundingBox target = notebook.slot("data").boundingBox();
        page.mouse().move(handle.x + handle.width / 2, handle.y + handle.height / 2);
        page.mouse().down();
        page.mouse().move(handle.x + 30, handle.y - 10, new Mouse.MoveOptions().setSteps(5));
        page.mouse().move(target.x + 100, target.y + 5, new Mouse.MoveOptions().setSteps(8));
        page.mouse().move(target.x + 102, target.y + 6); // a browser may take the first move for the start alone
        page.mouse().up();
        awaitOwn("net-2", "data");
        press("z");
        awaitOwn("data", "net-2");
    }

    @Test
    void a_cell_is_renamed_and_those_that_use_it_follow() {
        notebook.slot("net").focus();
        add("d", "data");
        add("n", "net-2");
        notebook.slot("data").locator(".cell-name").dblclick();
        Locator name = page.locator(".rename-box");
        name.fill("net");
        press("Enter");
        assertThat(page.getByText("Another cell is called")).isVisible();
        name.fill("my-moons");
        press("Enter");
        awaitOwn("my-moons", "net-2");
        assertThat(notebook.control("net-2", "input").locator("select")).hasValue("my-moons");
        notebook.slot("my-moons").focus();
        press("z");
        awaitOwn("data", "net-2");
        assertThat(notebook.control("net-2", "input").locator("select")).hasValue("data");
    }

    @Test
    void any_earlier_version_comes_back_and_goes_again() {
        selectFirstCell();
        add("d", "data");
        notebook.type("data", "samples", "123");
        add("n", "net-2");
        press("Control+k");
        page.keyboard().type("earlier version");
        press("Enter");
        Locator versions = page.locator(".versions .version");
        assertThat(versions).hasCount(3);
        assertThat(versions.first()).containsText("this is now");
        notebook.press(versions.last(), "Go back to this");
        awaitOwn("data");
        assertThat(notebook.control("data", "samples").locator("input")).hasValue("400");
        notebook.slot("data").focus();
        press("z");
        awaitOwn("data", "net-2");
        assertThat(notebook.control("data", "samples").locator("input")).hasValue("123");
    }

    @Test
    void what_was_undone_and_left_for_another_change_comes_back_from_the_versions() {
        selectFirstCell();
        add("m", "note");
        assertThat(notebook.slot("note").locator(".cm-content")).isFocused();
        page.keyboard().type("kept");
        press("Escape");
        assertThat(notebook.saveState()).hasText("Saved");
        while (!own().isEmpty()) {
            String last = undo();
            press("z");
            page.waitForCondition(() -> own().isEmpty() || !undo().equals(last));
        }
        add("d", "data"); // though the selected cell is gone
        notebook.press(page.locator("sb-notebook"), "Versions");
        Locator undone = page.locator(".versions .version", new Page.LocatorOptions().setHasText("text of note"));
        assertThat(undone.first()).containsText("undone");
        notebook.press(undone.first(), "Go back to this");
        awaitOwn("note");
        assertThat(notebook.slot("note").locator(".prose")).containsText("kept");
    }

    @Test
    void the_authors_prose_folds_and_stays_so() {
        Locator prose = page.locator(".cell-prose").first();
        notebook.press(prose, "Fold this text");
        assertThat(prose).hasClass(Pattern.compile(".*\\bfolded\\b.*"));
        page.reload();
        assertThat(prose).hasClass(Pattern.compile(".*\\bfolded\\b.*"));
        notebook.press(prose, "Unfold this text");
        assertThat(prose).not().hasClass(Pattern.compile(".*\\bfolded\\b.*"));
    }

    @Test
    void the_authors_cells_stay() {
        notebook.slot("net").focus();
        press("d", "d", "x", "Control+Shift+ArrowUp");
        assertThat(page.locator("sb-notebook").getByText("the author’s")).isVisible();
        page.locator("sb-notebook")
                .evaluate("notebook => notebook.dispatchEvent(new CustomEvent('command', {detail:"
                        + " {name: 'delete', cell: 'net', kind: '', behind: ''}}))");
        assertThat(page.locator("sb-notebook").getByText("This cell is the author's"))
                .isVisible();
        assertThat(notebook.slot("net")).isVisible();
    }

    @Test
    void the_command_palette_finds_commands_and_cells() {
        selectFirstCell();
        press("Control+k");
        page.keyboard().type("go to train lab");
        press("Enter");
        assertThat(notebook.slot("lab")).isFocused();
        press("?");
        assertThat(page.locator("dialog#keys")).isVisible();
        press("Escape", "Control+k");
        page.keyboard().type("fold");
        press("Enter");
        assertThat(notebook.control("lab", "loss")).isHidden();
        page.reload();
        assertThat(notebook.control("lab", "loss")).isHidden();
        assertThat(own()).isEmpty();
    }
}
